import { beforeEach, expect, it, vi } from 'vitest';
import { setSwitches } from '../../../electron/lockdown/switches.ts';
import { fakeElectron } from '../fake-electron.ts';

vi.mock('electron', async () => (await import('../fake-electron.ts')).fakeElectron);

const { app, Menu } = fakeElectron;
beforeEach(() => {
  vi.clearAllMocks();
  app.commandLine.hasSwitch.mockReturnValue(false);
});

it('has no menu, whose keys would work even where the page sees none', () => {
  setSwitches();
  expect(Menu.setApplicationMenu.mock.calls).toEqual([[null]]);
});

it('asks for the sandbox, unless root said on the command line that it can have none', () => {
  setSwitches();
  expect(app.enableSandbox).toHaveBeenCalledOnce();
  app.commandLine.hasSwitch.mockImplementation((name) => name === 'no-sandbox');
  setSwitches();
  expect(app.enableSandbox).toHaveBeenCalledOnce();
});

it('takes devices, pickers and gestures away before Chromium starts', () => {
  setSwitches();
  const switches = new Map(app.commandLine.appendSwitch.mock.calls.map(([name, value]) => [name, value]));
  expect(switches.get('disable-blink-features')?.split(',')).toEqual(
    expect.arrayContaining(['WebUSB', 'WebHID', 'Serial', 'WebBluetooth', 'FileSystemAccessLocal']),
  );
  expect(switches.get('overscroll-history-navigation')).toBe('0');
  expect(switches.has('disable-pinch')).toBe(true);
});

it('lets a page tidy up when it is at rest, and makes no code for long work that no page does', () => {
  setSwitches();
  const flags = '--expose-gc --no-turbofan --no-maglev --semi-space-growth-factor=1';
  expect(app.commandLine.appendSwitch.mock.calls).toContainEqual(['js-flags', flags]);
});
