// Numbers by which somebody is known with another number beside them: what was asked first, an hour, a room, how often.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isBsn } from '../../../../core/domain/desk/check-digits.ts';
import { faultOfNote } from '../../../../core/domain/desk/note-guard.ts';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
/** In groups as people write them, with one sign between all of them. */
const written = (number: fc.Arbitrary<string>) =>
  fc
    .tuple(
      number,
      fc.constantFrom('', ' ', '.', '-', '/', ' - ', ', ', ':', "'", '*', '|'),
      fc.integer({ min: 2, max: 4 }),
    )
    .map(([all, sign, size]) => all.replaceAll(new RegExp(`(.{${size}})(?=.)`, 'g'), `$1${sign}`));
const numbers = fc.oneof(
  written(digits(9).filter(isBsn)),
  written(digits(8).filter((eight) => isBsn(`0${eight}`))),
  written(digits(8).map((rest) => `06${rest}`)),
  written(digits(8).map((rest) => `6${rest}`)),
  written(digits(9).map((rest) => `31${rest}`)),
  written(digits(9).map((rest) => `0031${rest}`)),
  digits(8).map((rest) => `06-${rest}`),
  digits(7).map((rest) => `020-${rest}`),
  digits(6).map((rest) => `0493-${rest}`),
  digits(8).map((rest) => `06,${rest}`),
  digits(7).map((rest) => `(010) ${rest}`),
  digits(7).map((rest) => `0800-${rest}`),
  fc.constantFrom('NL91ABNA0417164300', 'NL91 ABNA 0417 1643 00', '12-03-1948', '12 maart 1948', '19480312'),
);
const other = fc.tuple(fc.integer({ min: 1, max: 2 }).chain(digits), fc.constantFrom(' ', '. ', ') ', ' - '));

it('is refused as it is alone', () => {
  fc.assert(
    fc.property(numbers, other, fc.boolean(), (number, [few, sign], isBefore) => {
      fc.pre(faultOfNote(number) !== undefined);
      const note = isBefore ? `${few}${sign}${number}` : `${number}${sign}${few}`;
      expect(faultOfNote(note), note).toBeDefined();
    }),
    { seed: 20261127, numRuns: 2000 },
  );
});

it.each([
  ...['bel na 17 06-12345670', 'maandag 12 06 12345670', 'vraag 2 0612345670', '1. 06-12345670'],
  ...['1) 06-12345670', '(2) 0612345670', 'Kamer 12 06-12345670', 'vraag 1 - 06-12345670', '2 612345670'],
  ...[
    '612345670 2 keer',
    '12 06*674*06673',
    '06*674*06673 2 keer',
    '06,12345670 2 keer',
    'tel 3601234 12 keer',
  ],
  ...['1.06-12345670', '2/0612345670', '0612345670-2', '4 020 123 45 67'],
])('a phone number: %s', (note) => {
  // Some of the digits can be a good BSN too.
  expect(['phone', 'bsn']).toContain(faultOfNote(note));
});

it.each([
  ...['bsn 12345611 2 keer gevraagd', 'bsn 12345611 - 2 vragen', '1. 12345611', '2 12345611', '(3) 12345611'],
  ...['bsn 1234 5611 3x', '1.12345611', '12345611-2', '12 111:222:333', '2 - 111*222*333 - 3'],
])('a BSN: %s', (note) => {
  expect(faultOfNote(note)).toBe('bsn');
});
