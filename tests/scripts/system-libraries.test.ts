import { expect, it, vi } from 'vitest';
import { installLibraries, pickMissing, wantedLibraries } from '../../scripts/setup/system-libraries.mjs';
import { FOR_MEASURING, FOR_TESTS } from '../../scripts/setup.mjs';

it('finds what dpkg does not have installed, under either name', () => {
  const answer = 'xvfb installed\nlibgbm1 config-files\nlibcups2t64 installed\n';
  expect(pickMissing(['xvfb', 'libgbm1', 'libcups2', 'libnss3'], answer)).toEqual(['libgbm1', 'libnss3']);
});

it('tells whoever may not install the one command to run, with the names that this release has', async () => {
  const renamed: Readonly<Record<string, string>> = { libasound2: 'libasound2t64', libcups2: 'libcups2t64' };
  const user = vi.spyOn(process, 'getuid').mockReturnValue(1000);
  try {
    const nameHere = (name: string) => renamed[name] ?? name;
    const refused = installLibraries(['xvfb', 'libasound2', 'libcups2'], nameHere, true);
    await expect(refused).rejects.toMatchObject({
      message: 'These system packages are missing: xvfb, libasound2t64, libcups2t64.',
      nextStep: expect.stringContaining(
        "`sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends xvfb libasound2t64 libcups2t64'`",
      ),
    });
    const plain = installLibraries(['xvfb'], nameHere, false); // A Debian on which root has a password.
    await expect(plain).rejects.toMatchObject({
      nextStep: expect.stringMatching(/^run `su -c 'apt-get update && /),
    });
  } finally {
    user.mockRestore();
  }
});

it('wants a print system, a web server, a database, a browser and what judges the files of operators for tests only', () => {
  const kiosk = wantedLibraries({
    ...{ ownDisplay: true, ownPrinters: false, ownServer: false, measuring: false },
    compiling: true,
  });
  const tests = wantedLibraries({ ...FOR_TESTS, compiling: true });
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
    'age',
    'iproute2',
    'mount',
    'e2fsprogs',
    'gcc',
    'libc6-dev',
  ]);
});

it('wants for measurements the servers that they start, and what they are compared with', () => {
  const wanted = wantedLibraries({ ...FOR_MEASURING, compiling: false });
  expect(wanted).toEqual(expect.arrayContaining(['nginx', 'postgresql', 'rsync', 'xvfb']));
});
