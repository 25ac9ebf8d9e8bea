// On a fresh Debian 12 the tests have what the set-up installs, and what every Debian has.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wantedLibraries } from '../../scripts/setup/system-libraries.mjs';
import { FOR_MEASURING, FOR_TESTS } from '../../scripts/setup.mjs';
import unit from '../../vitest.config.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Of packages that Debian has always, and npm, which starts the tests. */
const ESSENTIAL =
  'apt-get chmod cp mkfifo npm nsenter perl script setpriv sh sync tar true truncate umount unshare'.split(
    ' ',
  );
/** Which Debian package has a program that tests start. */
const PACKAGE: Readonly<Record<string, string>> = {
  age: 'age',
  'age-keygen': 'age',
  cc: 'gcc',
  createdb: 'postgresql',
  curl: 'curl',
  initdb: 'postgresql',
  ip: 'iproute2',
  'mkfs.ext4': 'e2fsprogs',
  mount: 'mount',
  nginx: 'nginx',
  openssl: 'openssl',
  pdfinfo: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pg_isready: 'postgresql',
  pg_restore: 'postgresql',
  postgres: 'postgresql',
  psql: 'postgresql',
  rsync: 'rsync',
  'systemd-analyze': 'systemd',
  lp: 'cups-client',
  lpadmin: 'cups-client',
  lpstat: 'cups-client',
};

/** A program that is started by its name, here or by the function of a builder that starts it. */
const STARTED =
  /(?:\b(?:spawn|spawnSync|execFile|execFileSync)\(\s*|\bprogram = |\b(?:run|tool|unprivileged)\(\s*\[?\s*(?:\.\.\.\w+,\s*)?)'(?:\/usr\/s?bin\/)?([a-z][\w.-]*)'/g;

/** The programs that a file starts. */
function startedBy(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  if (!text.includes("from 'node:child_process'")) return [];
  return [...text.matchAll(STARTED)].map(([, program]) => String(program));
}

/** A file, and all of the tests' own that it imports. */
function withImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, path] of readFileSync(join(ROOT, file), 'utf8').matchAll(/from '(\.[^']+)'/g)) {
    const imported = relative(ROOT, join(ROOT, dirname(file), String(path)));
    if (imported.startsWith('tests/') && /\.tsx?$/.test(imported)) withImports(imported, found);
  }
  return found;
}

const filesIn = (folder: string) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: ROOT });
const isNeeded = (program: string) => !ESSENTIAL.includes(program);

describe.each([
  ['tests', FOR_TESTS, 'nginx postgres initdb age openssl pdftotext lpadmin ip mkfs.ext4 cc'],
  ['bench', FOR_MEASURING, 'rsync'],
])('what %s start', (folder, needs, known) => {
  const started = [...new Set(filesIn(folder).flatMap(startedBy))];

  it('is found by reading them', () => {
    expect(started).toEqual(expect.arrayContaining(known.split(' ')));
  });

  it('is installed by the set-up, or on every Debian', () => {
    const wanted = wantedLibraries({ ...needs, compiling: false });
    expect(started.filter(isNeeded).filter((program) => !wanted.includes(String(PACKAGE[program])))).toEqual(
      [],
    );
  });
});

it('is Node, or on every Debian, for the quick tests: `npm run check` installs packages only', () => {
  const { include = [], exclude = [] } = unit.test ?? {};
  const quick = globSync(include, { cwd: ROOT, exclude });
  expect(quick.length).toBeGreaterThan(300);
  const started = quick.flatMap((file) =>
    [...withImports(file)]
      .flatMap(startedBy)
      .filter(isNeeded)
      .map((program) => `${file}: ${program}`),
  );
  expect(started).toEqual([]);
});
