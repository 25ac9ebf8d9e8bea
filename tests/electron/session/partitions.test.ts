import { beforeEach, expect, it, vi } from 'vitest';
import { startPartitions } from '../../../electron/session/partitions.ts';
import { aLog } from '../../builders/a-log.ts';
import { type FakeSession, fakeElectron } from '../fake-electron.ts';

vi.mock('electron', async () => (await import('../fake-electron.ts')).fakeElectron);

const log = aLog();
const prepare = vi.fn<(fresh: unknown) => void>();
beforeEach(() => {
  vi.clearAllMocks();
  log.lines.length = 0;
});
const WIPES = [
  'clearStorageData',
  'clearCache',
  'clearAuthCache',
  'clearHostResolverCache',
  'closeAllConnections',
] as const;

it('two windows at a time have two partitions, in memory, each prepared once', () => {
  const partitions = startPartitions(prepare, log);
  const [first, second] = [partitions.take(), partitions.take()];
  expect(first.session).not.toBe(second.session);
  expect(prepare.mock.calls).toEqual([[first.session], [second.session]]);
  for (const [name, options] of fakeElectron.session.fromPartition.mock.calls) {
    expect(name).not.toMatch(/^persist:/);
    expect(options).toEqual({ cache: false });
  }
});

it('a thousand visits take turns on two, and find nothing of each other', async () => {
  const partitions = startPartitions(prepare, log);
  let leaving = partitions.take();
  for (let visit = 0; visit < 1000; visit++) {
    const next = partitions.take();
    await next.clean;
    partitions.release(leaving.session);
    leaving = next;
  }
  expect(fakeElectron.session.fromPartition).toHaveBeenCalledTimes(2);
  expect(prepare).toHaveBeenCalledTimes(2);
});

it.each(WIPES)('is wiped at once when its window is gone: %s', (how) => {
  const partitions = startPartitions(prepare, log);
  const used = partitions.take().session as unknown as FakeSession;
  expect(used[how]).not.toHaveBeenCalled();
  partitions.release(used as never);
  expect(used[how]).toHaveBeenCalledOnce();
});

it('nobody gets one that is being wiped before that is done', async () => {
  const partitions = startPartitions(prepare, log);
  const used = partitions.take().session as unknown as FakeSession;
  let finish: () => void = () => undefined;
  used.clearCache.mockReturnValueOnce(
    new Promise((done) => {
      finish = done;
    }),
  );
  partitions.release(used as never);
  const again = partitions.take();
  expect(again.session).toBe(used);
  let isClean = false;
  void again.clean.then(() => {
    isClean = true;
  });
  await new Promise(setImmediate);
  expect(isClean).toBe(false);
  finish();
  await again.clean;
});

it('one that cannot be wiped is never used again, and the log says why', async () => {
  const partitions = startPartitions(prepare, log);
  const used = partitions.take().session as unknown as FakeSession;
  used.clearStorageData.mockRejectedValueOnce(new Error('stuck'));
  partitions.release(used as never);
  await new Promise(setImmediate);
  expect(log.codes()).toEqual(['partition-not-wiped']);
  expect(partitions.take().session).not.toBe(used);
});
