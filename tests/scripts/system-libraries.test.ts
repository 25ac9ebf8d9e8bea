import { expect, it } from 'vitest';
import { pickMissing, wantedLibraries } from '../../scripts/setup/system-libraries.mjs';

it('finds what dpkg does not have installed, under either name', () => {
  const answer = 'xvfb installed\nlibgbm1 config-files\nlibcups2t64 installed\n';
  expect(pickMissing(['xvfb', 'libgbm1', 'libcups2', 'libnss3'], answer)).toEqual(['libgbm1', 'libnss3']);
});

it('wants a print system, a web server, a database, a browser and what judges the files of operators for tests only', () => {
  const kiosk = wantedLibraries({ ownDisplay: true, ownPrinters: false, ownServer: false, compiling: true });
  const tests = wantedLibraries({ ownDisplay: true, ownPrinters: true, ownServer: true, compiling: true });
  expect(tests.filter((name) => !kiosk.includes(name))).toEqual([
    'cups-daemon',
    'cups-client',
    'poppler-utils',
    'nginx',
    'postgresql',
    'openssl',
    'curl',
    'systemd',
    'chromium',
  ]);
});
