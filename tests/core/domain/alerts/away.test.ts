import { expect, it } from 'vitest';
import { awayBetween, heardTimes } from '../../../../core/domain/alerts/away.ts';

const HOUR = 3_600_000;
const at = (from: number, until: number) => ({ from: from * HOUR, until: until * HOUR });

it('is a break of an hour or more between two looks, and no shorter one', () => {
  expect(awayBetween(undefined, 10 * HOUR)).toBeUndefined();
  expect(awayBetween(9 * HOUR + 1, 10 * HOUR)).toBeUndefined();
  expect(awayBetween(9 * HOUR, 10 * HOUR)).toEqual(at(9, 10));
  expect(awayBetween(9_000 * HOUR, 10 * HOUR), 'by a clock that was ahead').toBeUndefined();
});

it('leaves the times before it, and after devices had time to be back', () => {
  const heard = (from: number, to: number, ...away: ReturnType<typeof at>[]) =>
    heardTimes(from * HOUR, to * HOUR, away);
  expect(heard(2, 40)).toEqual([at(2, 40)]);
  expect(heard(2, 40, at(5, 30))).toEqual([at(2, 5), at(31.25, 40)]);
  expect(heard(2, 31, at(5, 30)), 'none is back yet').toEqual([at(2, 5)]);
  expect(heard(6, 40, at(5, 30)), 'it said something to one that was not there').toEqual([at(31.25, 40)]);
  expect(heard(35, 40, at(5, 30))).toEqual([at(35, 40)]);
  expect(heard(2, 40, at(5, 30), at(31, 33)), 'no time in between').toEqual([at(2, 5), at(34.25, 40)]);
  expect(heard(2, 60, at(5, 30), at(40, 41))).toEqual([at(2, 5), at(31.25, 40), at(42.25, 60)]);
});
