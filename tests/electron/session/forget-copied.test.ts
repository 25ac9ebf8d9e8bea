import { expect, it, vi } from 'vitest';
import { forgetCopied } from '../../../electron/session/forget-copied.ts';
import { fakeElectron } from '../fake-electron.ts';

vi.mock('electron', async () => (await import('../fake-electron.ts')).fakeElectron);

const { clipboard } = fakeElectron;

it('empties the clipboard, and the selection under either name', () => {
  clipboard.clear.mockClear();
  forgetCopied();
  expect(clipboard.clear.mock.calls).toEqual(process.platform === 'linux' ? [[], ['selection']] : [[]]);

  clipboard.clear.mockClear();
  const clear = vi.fn<() => void>();
  Object.assign(clipboard, { selection: { clear } });
  forgetCopied();
  expect([clipboard.clear.mock.calls.length, clear.mock.calls.length]).toEqual([1, 1]);
  Reflect.deleteProperty(clipboard, 'selection');
});
