import { describe, expect, test } from 'vitest';
import {
  HEARD_AGAIN_WITHIN_MS,
  untilNextContact,
  untilNextHandovers,
  untilNextSync,
} from '../../../core/domain/sync-schedule.ts';

const MINUTE = 60_000;

describe('the wait before the next look at the repository', () => {
  test.each([
    ['after a start', undefined, 4],
    ['after a good one', 0, 360],
    ['after one failure', 1, 5],
    ['after three', 3, 20],
    ['after very many', 1_000, 360],
  ])('%s', (_, failures, minutes) => {
    expect(untilNextSync(failures, 0.5)).toBe(minutes * MINUTE);
  });

  test.each([
    ['the first since the server heard of one', 1, 4 * MINUTE],
    ['the second', 2, 2 * MINUTE],
    ['the sixth', 6, 7_500],
    ['one of very many', 1_000, 5_000],
    ['one that was not counted', 0, 4 * MINUTE],
  ])('after a start is shorter with each that the server did not hear of: %s', (_, starts, ms) => {
    expect(untilNextSync(undefined, 0.5, starts)).toBe(ms);
    expect(untilNextSync(0, 0.5, starts)).toBe(360 * MINUTE);
  });

  test('is up to a quarter shorter or longer by chance', () => {
    expect(untilNextSync(0, 0)).toBe(270 * MINUTE);
    expect(untilNextSync(0, 1)).toBe(450 * MINUTE);
  });
});

describe('the wait before the next contact with the server', () => {
  test.each([
    ['after a start', undefined, 4],
    ['after a good one', 0, 360],
    ['after one failure', 1, 5],
    ['after four', 4, 40],
    ['after a night of a server that is put out', 1_000, 48],
  ])('%s', (_, failures, minutes) => {
    expect(untilNextContact(failures, 0.5)).toBe(minutes * MINUTE);
  });

  test('is up to a quarter longer by chance, and shorter after starts', () => {
    expect(untilNextContact(1_000, 1)).toBe(60 * MINUTE);
    expect(untilNextContact(undefined, 0.5, 2)).toBe(2 * MINUTE);
    // Who was not heard so long after the server came back is not on.
    expect(HEARD_AGAIN_WITHIN_MS).toBe(75 * MINUTE);
  });
});

test.each([
  ['when all went well', 0, 1],
  ['after one failure', 1, 1],
  ['after two', 2, 2],
  ['after three', 3, 5],
  ['after very many', 1_000, 10],
])('the wait before handovers are told of again: %s', (_, failures, minutes) => {
  expect(untilNextHandovers(failures, 0.5)).toBe(minutes * MINUTE);
  expect(untilNextHandovers(failures, 1)).toBe(1.25 * minutes * MINUTE);
});
