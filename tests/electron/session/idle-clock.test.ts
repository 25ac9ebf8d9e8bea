import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { IdlePhase } from '../../../core/domain/idle.ts';
import { startIdleClock } from '../../../electron/session/idle-clock.ts';

let told: IdlePhase[];
beforeEach(() => {
  told = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Ten seconds of quiet, then five of warning. */
const start = () =>
  startIdleClock(
    { quietSeconds: 10, warningSeconds: 5 },
    () => performance.now(),
    (phase) => told.push(phase),
  );
const warning = (secondsLeft: number) => ({ kind: 'warning', secondsLeft });

it('says nothing while nobody comes, however long, and keeps no timer', () => {
  start();
  vi.advanceTimersByTime(86_400_000);
  expect(told).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

it('warns after the quiet, counts every second once, ends the visit, and then rests', () => {
  start().touch();
  vi.advanceTimersByTime(9_800);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([...[5, 4, 3, 2, 1].map(warning), { kind: 'over' }]);
  expect(vi.getTimerCount()).toBe(0);
});

it('a touch in the warning calms it at once, and the quiet begins anew', () => {
  const clock = start();
  clock.touch();
  vi.advanceTimersByTime(11_000);
  clock.touch();
  expect(told).toEqual([warning(5), warning(4), { kind: 'active' }]);
  vi.advanceTimersByTime(9_800);
  expect(told).toHaveLength(3);
  vi.advanceTimersByTime(400);
  expect(told.at(-1)).toEqual(warning(5));
});

it('a visit that is kept alive is never warned', () => {
  const clock = start();
  for (let second = 0; second < 120; second++) {
    clock.touch();
    vi.advanceTimersByTime(1_000);
  }
  expect(told).toEqual([]);
});

it('a visit that was stopped says no more, and the next one is a visit of its own', () => {
  const clock = start();
  clock.touch();
  vi.advanceTimersByTime(11_000);
  clock.stop();
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([warning(5), warning(4)]);
  clock.touch();
  expect(told).toHaveLength(2);
  vi.advanceTimersByTime(10_200);
  expect(told.at(-1)).toEqual(warning(5));
});

it('a clock that was asleep with the machine ends the visit without counting down', () => {
  let time = 0;
  const clock = startIdleClock(
    { quietSeconds: 10, warningSeconds: 5 },
    () => time,
    (phase) => told.push(phase),
  );
  clock.touch();
  time = 3_600_000;
  vi.advanceTimersByTime(400);
  expect(told).toEqual([{ kind: 'over' }]);
});

it('a visitor who is being helped is left alone for longer, until the visit is over', () => {
  const clock = start();
  clock.touch();
  vi.advanceTimersByTime(11_000);
  clock.help();
  expect(told).toEqual([warning(5), warning(4), { kind: 'active' }]);
  vi.advanceTimersByTime(99_800);
  clock.touch(); // Touching the glass meanwhile takes nothing of that away.
  vi.advanceTimersByTime(99_800);
  expect(told).toHaveLength(3);
  vi.advanceTimersByTime(5_400);
  expect(told.at(-1)).toEqual({ kind: 'over' });
  clock.touch();
  vi.advanceTimersByTime(10_200);
  expect(told.at(-1)).toEqual(warning(5));
});
