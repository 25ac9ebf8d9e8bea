import { expect, test, vi } from 'vitest';
import type { UpdaterRequest } from '../../../electron/updates/look-job.ts';
import { runUpdater } from '../../../electron/updates/start-updater.ts';
import { FakeEmitter } from '../fake-electron.ts';

/** The process of the updates, as far as it is started and ended. */
class FakeProcess extends FakeEmitter {
  readonly pid = undefined;
  readonly postMessage = vi.fn<(said: unknown) => void>();
  readonly kill = vi.fn<() => void>(() => void (this.hasBegun && this.emit('exit', 15)));
  hasBegun = false;
  /** From now on it is there; before, ending it does nothing. */
  begin(): void {
    this.hasBegun = true;
    this.emit('spawn');
  }
}

let child = new FakeProcess();
vi.mock('../../../electron/fork-helper.ts', () => ({ forkHelper: () => child }));

const REQUEST = {} as UpdaterRequest;

test.each([
  ['while it starts', ['abort', 'begin']],
  ['while it looks', ['begin', 'abort']],
] as const)('a look that is broken off %s ends, and does nothing more', async (_when, steps) => {
  child = new FakeProcess();
  const breaksOff = new AbortController();
  const reply = runUpdater('updater.js', REQUEST, { signal: breaksOff.signal });
  for (const step of steps) step === 'abort' ? breaksOff.abort() : child.begin();
  expect(await reply).toMatchObject({ ok: false, fault: 'ended' });
  expect(child.postMessage).toHaveBeenCalledTimes(steps[0] === 'begin' ? 1 : 0);
});
