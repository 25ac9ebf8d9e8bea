import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whyEnded } from '../../scripts/run/launch.mjs';
import { RUNNING_ALREADY, runsAlready } from '../../scripts/run/running-already.mjs';
import { describeFailure } from '../../scripts/setup/say.mjs';
import { temporaryFolder } from './temporary-folder.ts';

describe('an app that ended', () => {
  const ended = (parts: Partial<Parameters<typeof whyEnded>[0]>) => {
    const env = { DISPLAY: ':7', BALIE_DATA_DIR: '/data' };
    const why = whyEnded({
      status: 0,
      lastedMs: 900,
      hasScreen: true,
      env,
      dist: '/electron',
      ...parts,
    });
    return why === undefined ? undefined : describeFailure(why);
  };

  it('well, or because somebody ended it has nothing to say', () => {
    expect(ended({})).toBeUndefined();
    for (const status of [129, 130, 143])
      for (const lastedMs of [900, 60_000]) expect(ended({ status, lastedMs })).toBeUndefined();
  });

  it.each([
    [139, 900, 'Electron broke down before it had started (SIGSEGV).'],
    [132, 60_000, 'Electron broke down after 60 seconds (SIGILL).'],
    [135, 60_000, 'Electron broke down after 60 seconds (SIGBUS).'],
    [133, 60_000, 'Electron broke down after 60 seconds (SIGTRAP).'],
    [137, 60_000, 'Balie was ended after 60 seconds by force (SIGKILL), as the system does'],
    [1, 5_000, 'Balie ended with status 1 after 5 seconds.'],
    [RUNNING_ALREADY, 9_000, 'Balie runs already with /data'],
  ])('with status %d after %d ms says so, and what to do', (status, lastedMs, said) => {
    expect(ended({ status, lastedMs })).toMatch(/\nNext step: .*\.$/);
    expect(ended({ status, lastedMs })).toContain(said);
  });

  it('because another one runs says so, and what to do', () => {
    expect(ended({ status: RUNNING_ALREADY })).toBe(
      'Balie runs already with /data, and only one can at a time.\n' +
        'Next step: use the one that runs, stop it first, or set BALIE_DATA_DIR to another folder.',
    );
  });

  it('because there is no screen names the one it looked for', () => {
    expect(ended({ status: 1, hasScreen: false })).toMatch(
      /^There is no screen to be reached at DISPLAY=:7\.\nNext step: set DISPLAY to .*env -u DISPLAY -u WAYLAND_DISPLAY npm start/,
    );
    expect(ended({ status: 1, hasScreen: false, env: { WAYLAND_DISPLAY: 'wayland-1' } })).toContain(
      'at WAYLAND_DISPLAY=wayland-1.',
    );
  });

  it('because it got no sandbox says how to give it one', () => {
    for (const status of [133, 134])
      expect(ended({ status })).toContain('chown root:root /electron/chrome-sandbox');
  });

  it('for another reason says at least that it did', () => {
    expect(ended({ status: 1 })).toMatch(/^Balie ended with status 1 before it had started\.\nNext step: /);
  });
});

describe('a data folder', () => {
  it('has an app that runs while somebody answers at its socket, and none when that was left behind', async () => {
    const data = temporaryFolder();
    expect(await runsAlready(data)).toBe(false);
    const socket = join(temporaryFolder(), 'socket');
    mkdirSync(join(data, 'browser'));
    symlinkSync(socket, join(data, 'browser', 'SingletonSocket'));
    expect(await runsAlready(data)).toBe(false);
    const server = createServer().listen(socket);
    await new Promise((listening) => server.once('listening', listening));
    expect(await runsAlready(data)).toBe(true);
    await new Promise((closed) => server.close(closed));
    rmSync(socket, { force: true });
    expect(await runsAlready(data)).toBe(false);
  });
});
