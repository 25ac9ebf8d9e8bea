import { expect, it, vi } from 'vitest';
import { guardSession } from '../../../electron/lockdown/guard-session.ts';
import { FakeSession } from '../fake-electron.ts';

vi.mock('electron', async () => (await import('../fake-electron.ts')).fakeElectron);

function guarded(): FakeSession {
  const session = new FakeSession();
  guardSession(session as unknown as Electron.Session);
  return session;
}

it('gives no permission: when asked for, when looked up, nor for a device', () => {
  const session = guarded();
  const decide = vi.fn<(yes: boolean) => void>();
  for (const name of ['geolocation', 'openExternal', 'fullscreen', 'something new'])
    session.setPermissionRequestHandler.mock.calls[0]?.[0](undefined, name, decide);
  expect(decide.mock.calls).toEqual([[false], [false], [false], [false]]);
  expect(session.setPermissionCheckHandler.mock.calls[0]?.[0]()).toBe(false);
  expect(session.setDevicePermissionHandler.mock.calls[0]?.[0]()).toBe(false);
});

it('shows no screen to a page', () => {
  const decide = vi.fn<(streams: object) => void>();
  guarded().setDisplayMediaRequestHandler.mock.calls[0]?.[0](undefined, decide);
  expect(decide.mock.calls).toEqual([[{}]]);
});

it('keeps nothing that is downloaded', () => {
  const cancel = vi.fn<() => void>();
  expect(guarded().happen('will-download', { cancel })).toBe('refused');
  expect(cancel).toHaveBeenCalledOnce();
});

it.each(['select-hid-device', 'select-serial-port', 'select-usb-device'])(
  'lets nobody choose: %s',
  (name) => {
    expect(guarded().happen(name, {})).toBe('refused');
  },
);

it('looks no word up', () => {
  expect(guarded().setSpellCheckerEnabled.mock.calls).toEqual([[false]]);
});
