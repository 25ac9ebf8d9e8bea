import { expect, test } from 'vitest';
import { FactSheetWanted } from '../../../core/contract/preview.ts';
import { MOST_LANGUAGES, PackAbout } from '../../../core/domain/pack.ts';
import { GOOD_FILES } from '../../builders/a-source.ts';

const languages = (count: number) =>
  Array.from(
    { length: count },
    (_, number) => `q${String.fromCharCode(97 + (number % 26), 97 + Math.floor(number / 26))}`,
  );

test('a flow can be printed in as many languages as a pack can have, and in no more', () => {
  const answers = (count: number) => [
    PackAbout.safeParse({ ...GOOD_FILES['pack.yaml'], languages: languages(count) }).success,
    FactSheetWanted.safeParse({ flow: 'huur', languages: languages(count) }).success,
  ];
  expect([13, MOST_LANGUAGES, MOST_LANGUAGES + 1].map(answers)).toEqual([
    [true, true],
    [true, true],
    [false, false],
  ]);
});
