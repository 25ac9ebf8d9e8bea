import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEVELS, placeOf, rowOf, rowsOfLanguage } from '../../../../core/domain/search/place.ts';

const place = fc.record({
  language: fc.integer({ min: 1, max: 255 }),
  level: fc.constantFrom(...LEVELS),
  length: fc.integer({ min: 0, max: 255 }),
  document: fc.integer({ min: 1, max: 2 ** 24 - 1 }),
});

describe('the number of a row', () => {
  test('says where it is, whole and exact', () => {
    fc.assert(
      fc.property(place, (where) => {
        expect(Number.isSafeInteger(rowOf(where))).toBe(true);
        expect(placeOf(rowOf(where))).toEqual(where);
      }),
    );
  });

  test('lies among those of its language, and of no other', () => {
    fc.assert(
      fc.property(place, (where) => {
        const [from, to] = rowsOfLanguage(where.language);
        expect(rowOf(where)).toBeGreaterThanOrEqual(from);
        expect(rowOf(where)).toBeLessThanOrEqual(to);
        expect(rowsOfLanguage(where.language + 1)[0]).toBe(to + 1);
      }),
    );
  });

  test('is lower in a title than anywhere else, and in a short one than in a long one', () => {
    const at = (level: (typeof LEVELS)[number], length: number) =>
      rowOf({ language: 1, level, length, document: 7 });
    const order = [
      at('title', 2),
      at('title', 9),
      at('summary', 1),
      at('strong', 3),
      at('body', 0),
      at('body', 900),
    ];
    expect([...order].sort((one, other) => one - other)).toEqual(order);
    expect(at('body', 900)).toBe(at('body', 255));
  });
});
