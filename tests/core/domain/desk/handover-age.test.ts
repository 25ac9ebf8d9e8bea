import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fateOf, hoursAgo } from '../../../../core/domain/desk/handover-age.ts';

const day = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000);
const GIVEN = day(0).toISOString();
const CALM = { noticedAt: null, isSealedOver: false, isOver: false };
/** Looks at one moment after another, each with what was remembered of the one before. */
const look = (given: string, ...days: number[]) => {
  let [givenAt, noticedAt]: [string, string | null] = [given, null];
  return days.map((each) => {
    const { givenAt: counts, ...fate } = fateOf({ givenAt, noticedAt }, day(each));
    [givenAt, noticedAt] = [counts, fate.noticedAt];
    return fate;
  });
};

it('forgets what is sealed after 14 days, and all after 60', () => {
  expect(look(GIVEN, 0, 13.99)).toEqual([CALM, CALM]);
  expect(look(GIVEN, 14, 58.9).map((each) => [each.isSealedOver, each.isOver])).toEqual([
    [true, false],
    [true, false],
  ]);
  expect(look(GIVEN, 58, 59, 59.5, 60).map((each) => each.isOver)).toEqual([false, false, false, true]);
});

describe('a clock that was wrong', () => {
  it('ran ahead for some hours: what was given is still here when it is right again, and as old as before', () => {
    expect(look(GIVEN, 1, 900, 900.9, 2)[2]?.isOver).toBe(false);
    expect(look(GIVEN, 1, 900, 2)[2]).toEqual(CALM);
    // Then ahead once more: it is not the moment of the first time that counts.
    expect(look(GIVEN, 1, 900, 2, 950)[3]?.isOver).toBe(false);
  });

  it('ran ahead when it was given: its days count from when that was noticed', () => {
    const ahead = day(3_650).toISOString();
    expect(look(ahead, 0, 13.9).map((each) => each.isSealedOver)).toEqual([false, false]);
    expect(look(ahead, 0, 14)[1]).toMatchObject({ isSealedOver: true, isOver: false });
    expect(look(ahead, 0, 59, 60).map((each) => each.isOver)).toEqual([false, false, true]);
  });

  it('ran ahead for some days when it was given: those days are no longer than any others once they are over', () => {
    // Noticed after an hour, and again a day later; the clock of then would count from day 2, 9 or 13.9.
    for (const ahead of [2, 9, 13.9])
      expect(
        look(day(ahead).toISOString(), 0.04, 1.04, ahead, 14.1).map((each) => each.isSealedOver),
      ).toEqual([false, false, false, true]);
    expect(look(day(10).toISOString(), 0.04, 1.04, 9, 14.1).at(-1)?.isSealedOver).toBe(true);
    // Less than a day ahead: there may be no look at all between now and then.
    expect(look(day(0.9).toISOString(), 0.04, 0.9, 14.1).at(-1)?.isSealedOver).toBe(true);
  });

  it('ran ahead when it was given: the server hears how long ago that was, and not that it was just now', () => {
    for (const ahead of [10, 100]) {
      const age = { givenAt: day(ahead).toISOString(), noticedAt: null };
      const { givenAt, noticedAt } = fateOf(fateOf(age, day(0)), day(1));
      expect(hoursAgo({ givenAt, noticedAt }, day(13))).toBe(312);
    }
    expect(hoursAgo({ givenAt: GIVEN, noticedAt: null }, day(1.01))).toBe(25);
    expect(hoursAgo({ givenAt: GIVEN, noticedAt: null }, day(-1))).toBe(0);
    expect(hoursAgo({ givenAt: GIVEN, noticedAt: null }, day(900))).toBe(60 * 24);
  });

  it('was behind for a while: that does not make it old', () => {
    expect(look(GIVEN, 1, -2_000, 2)[2]).toEqual(CALM);
    // Then ahead: what was remembered of the time when it was behind says nothing of that.
    expect(look(GIVEN, 1, -2_000, 900)[2]?.isOver).toBe(false);
  });

  it('was behind for one look, by whatever it was: no handover is more than a day older for it', () => {
    const looks = fc.array(
      fc.integer({ min: 0, max: 60 * 24 }).map((hours) => hours / 24),
      { minLength: 1, maxLength: 8 },
    );
    const behind = fc.oneof(
      ...[30, 3_000].map((max) => fc.integer({ min: 0, max: max * 24 }).map((hours) => hours / 24)),
    );
    fc.assert(
      fc.property(looks, behind, fc.nat(), (unsorted, by, which) => {
        const right = unsorted.toSorted((a, b) => a - b);
        const at = which % right.length;
        const wrong = right.flatMap((each, index) => (index === at ? [each - by, each] : [each]));
        const seen = look(GIVEN, ...wrong).filter((_, index) => index !== at);
        for (const [index, age] of right.entries()) {
          if (age < 13) expect(seen[index]?.isSealedOver).toBe(false);
          if (age >= 14) expect(seen[index]?.isSealedOver).toBe(true);
          if (age < 58) expect(seen[index]?.isOver).toBe(false);
        }
      }),
      { numRuns: 500, seed: 20_260_101 },
    );
  });

  it('is off for months: it is forgotten a day after it is on again', () => {
    expect(look(GIVEN, 1, 300, 301).map((each) => each.isOver)).toEqual([false, false, true]);
  });
});
