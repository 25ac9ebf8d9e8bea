// With a stand-in for Xvfb: the real one may not be installed where only the unit tests run.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startXvfb } from '../../scripts/run/xvfb.mjs';
import { temporaryFolder } from './temporary-folder.ts';

function standIn(script: string) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'Xvfb'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'Xvfb'), 0o755);
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
  return folder;
}
afterEach(() => vi.unstubAllEnvs());

describe('the virtual screen', () => {
  it('takes the number the server chose, and ends the server by its id', async () => {
    const folder = standIn(
      `echo $$ > "$(dirname "$0")/pid"; echo "$@" > "$(dirname "$0")/args"; echo 42 >&3; exec sleep 60`,
    );
    vi.stubEnv('WAYLAND_DISPLAY', 'wayland-0');
    const screen = await startXvfb('1080x1920');
    expect(screen.display).toBe(':42');
    expect(screen.env['DISPLAY']).toBe(':42');
    expect(screen.env['WAYLAND_DISPLAY']).toBeUndefined();
    expect(readFileSync(join(folder, 'args'), 'utf8')).toContain('1080x1920x24');
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    expect(() => process.kill(pid, 0)).not.toThrow();
    await screen.stop();
    expect(() => process.kill(pid, 0)).toThrow();
  });

  it('says what the server said when it does not start', async () => {
    standIn('echo "no room" >&2; exit 1');
    await expect(startXvfb('1080x1920')).rejects.toThrow(/no room/);
  });
});
