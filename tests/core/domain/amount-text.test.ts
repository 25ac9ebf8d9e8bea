import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountText } from '../../../core/domain/amount-text.ts';
import { Unit } from '../../../core/domain/parameter.ts';

const SEED = 20261124;

test.each([
  [932.93, 'euro', '€ 932,93', '€932.93'],
  [12, 'euro', '€ 12', '€12'],
  [498.2, 'euro', '€ 498,20', '€498.20'],
  [1234567.5, 'euro', '€ 1.234.567,50', '€1,234,567.50'],
  [-5, 'euro', '€ -5', '€-5'],
  [2, 'percent', '2%', '2%'],
  [2.5, 'percent', '2,5%', '2.5%'],
  [1, 'year', '1 jaar', '1 year'],
  [18, 'year', '18 jaar', '18 years'],
  [1, 'month', '1 maand', '1 month'],
  [3, 'month', '3 maanden', '3 months'],
  [1, 'week', '1 week', '1 week'],
  [26, 'week', '26 weken', '26 weeks'],
  [1, 'day', '1 dag', '1 day'],
  [3, 'day', '3 dagen', '3 days'],
  [0, 'day', '0 dagen', '0 days'],
  [5, 'hour', '5 uur', '5 hours'],
  [1.5, 'hour', '1,5 uur', '1.5 hours'],
  [1200, 'count', '1.200', '1,200'],
] as const)('%d %s is "%s" in Dutch and "%s" in English', (value, unit, dutch, english) => {
  expect(amountText(value, unit, 'nl')).toBe(dutch);
  expect(amountText(value, unit, 'en')).toBe(english);
});

describe('another language', () => {
  test('is written by the engine', () => {
    expect(amountText(18, 'year', 'pl')).toBe('18 lat');
    expect(amountText(2, 'percent', 'tr')).toBe('%2');
    expect(amountText(12, 'euro', 'pl')).toBe('12 €');
    expect(amountText(932.9, 'euro', 'pl')).toBe('932,90 €');
    expect(amountText(5, 'count', 'pl')).toBe('5');
  });

  test('keeps the digits that stand on a Dutch letter', () => {
    expect(amountText(18, 'year', 'ar')).toContain('18');
    expect(amountText(932.93, 'euro', 'fa')).toContain('932.93');
  });

  test.each(['zz', 'no language at all', ''])(
    'that the engine does not know falls back to Dutch: "%s"',
    (language) => {
      expect(amountText(3, 'month', language)).toBe('3 maanden');
    },
  );

  test('never throws, whatever the value', () => {
    fc.assert(
      fc.property(
        fc.double(),
        fc.constantFrom(...Unit.options),
        fc.string({ maxLength: 3 }),
        (value, unit, language) => {
          expect(amountText(value, unit, language)).not.toBe('');
        },
      ),
      { seed: SEED },
    );
  });
});
