import { describe, expect, it, test } from 'vitest';
import { hindranceIn, judgeJob, type Look } from '../../../electron/print/judge-job.ts';

const look = (state: number | 'gone', reasons: string[] = [], stopped = false): Look => ({
  job: state === 'gone' ? 'gone' : { state },
  queue: { stopped, reasons },
});
const PROCESSING = 5;
const judged = (seen: Look, hinderedMs = 0, totalMs = 0) =>
  judgeJob(seen, hindranceIn(seen), hinderedMs, totalMs);

describe('what is in the way of a job', () => {
  test.each([
    ['media-empty-error', 'paper-out'],
    ['media-empty', 'paper-out'],
    ['media-needed-report', 'paper-out'],
    ['media-empty-warning', undefined],
    ['offline-report', 'printer-stopped'],
    ['connecting-to-device', 'printer-stopped'],
    ['cover-open-error', 'printer-stopped'],
    ['toner-low-warning', undefined],
    ['none', undefined],
  ])('with %s: %s', (reason, hindrance) => {
    expect(hindranceIn(look(PROCESSING, [reason]))).toBe(hindrance);
  });
  test('nobody who answers', () =>
    expect(hindranceIn({ job: 'gone', queue: 'unreachable' })).toBe('unreachable'));
  test('nothing more when the queue is gone', () =>
    expect(hindranceIn({ job: 'gone', queue: 'gone' })).toBeUndefined());
});

describe('what came of a job', () => {
  it.each([
    [look(PROCESSING), undefined],
    [look(3), undefined],
    [look(9), 'printed'],
    [look('gone'), 'printed'],
    [look(7), 'cancelled'],
    [look(8), 'failed'],
    [look(PROCESSING, [], true), 'printer-stopped'],
    [look(3, ['media-empty-error'], true), 'paper-out'],
    [look(9, ['media-empty-error'], true), 'printed'],
    [{ job: { state: PROCESSING }, queue: 'gone' } as Look, 'no-printer'],
  ])('is seen at once in %j: %s', (seen, result) => expect(judged(seen)).toBe(result));

  it.each([
    [look(PROCESSING, ['media-empty-error']), 3_000, 'paper-out'],
    [look(PROCESSING, ['offline-report']), 15_000, 'printer-stopped'],
    [{ job: 'gone', queue: 'unreachable' } as Look, 4_000, 'no-printer'],
  ])('is waited for a while in %j: after %s ms %s', (seen, patience, result) => {
    expect(judged(seen, patience - 1)).toBeUndefined();
    expect(judged(seen, patience)).toBe(result);
  });

  it('is not waited for without end', () => {
    expect(judged(look(PROCESSING), 0, 119_999)).toBeUndefined();
    expect(judged(look(PROCESSING), 0, 120_000)).toBe('printer-stopped');
    expect(judged(look(PROCESSING, ['media-empty']), 0, 120_000)).toBe('paper-out');
  });
});
