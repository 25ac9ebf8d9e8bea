import { describe, expect, test } from 'vitest';
import { untilNextSync } from '../../../core/domain/sync-schedule.ts';

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

  test('is up to a quarter shorter or longer by chance', () => {
    expect(untilNextSync(0, 0)).toBe(270 * MINUTE);
    expect(untilNextSync(0, 1)).toBe(450 * MINUTE);
  });
});
