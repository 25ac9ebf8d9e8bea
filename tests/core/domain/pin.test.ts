import { describe, expect, it } from 'vitest';
import { faultOfPin } from '../../../core/domain/pin.ts';

describe('a PIN', () => {
  it.each(['482913', '907164', '20260413', '481516234209'])('%s may be used', (pin) => {
    expect(faultOfPin(pin)).toBeUndefined();
  });

  it.each(['', '12345', '1234567890123', '48291a', '482 913', '-482913', '٤٨٢٩١٣', '482913\n'])(
    '%j has not the form of one',
    (pin) => {
      expect(faultOfPin(pin)).toBe('form');
    },
  );

  it.each([
    ['one digit', '000000', '77777777'],
    ['two or three digits again and again', '121212', '123123', '4747474', '12341234'],
    ['up or down', '123456', '654321', '890123', '456789', '135791', '97531975', '246802'],
    ['twins that go up', '112233', '44556677', '665544'],
    ['what everybody knows', '147258', '159357', '314159'],
  ])('that is %s is weak', (_, ...pins) => {
    for (const pin of pins) expect([pin, faultOfPin(pin)]).toEqual([pin, 'weak']);
  });

  it('by chance is seldom weak: about one in a hundred', () => {
    const some = Array.from({ length: 20_000 }, (_, index) =>
      String((index * 49_999) % 1_000_000).padStart(6, '0'),
    );
    expect(some.filter((pin) => faultOfPin(pin) !== undefined).length).toBeLessThan(400);
  });
});
