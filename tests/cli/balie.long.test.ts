import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder, packFolder } from '../builders/pack-folder.ts';
import { type Run, runBalie } from '../builders/run-balie.ts';
import { TODAY } from '../builders/today.ts';

const PROJECT = join(import.meta.dirname, '../..');
const README = join(PROJECT, 'README.md');

/** The same by way of npm, which starts in the folder of the project. What is set up first is said on the side of errors, and is no error. */
function silentBalie(args: readonly string[], folder: string): Run {
  const there = args.map((word) => (word === 'my-pack' ? join(folder, word) : word));
  const run = spawnSync('npm', ['run', '--silent', 'balie', '--', ...there], {
    cwd: PROJECT,
    encoding: 'utf8',
  });
  return { status: run.status, out: run.stdout, err: '' };
}

// Each of these starts a process, which takes a moment on a slow machine.
describe('balie as a program', { timeout: 60_000 }, () => {
  it.each([[[]], [['--help']]])('lists its commands when it is given %j', (args) => {
    const { status, out } = runBalie(args);
    expect(status).toBe(0);
    for (const name of ['check', 'new', 'paths', 'graph', 'schemas'])
      expect(out).toContain(`balie pack ${name} DIR`);
  });

  it.each([[['pack', 'chekc']], [['constructor']]])('does not know %j, and says what it knows', (args) => {
    const { status, out, err } = runBalie(args);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(`There is no command "${args.join(' ')}"`);
    expect(err).toContain('balie pack check DIR');
  });

  it('ends with 0 for a good pack, and prints nothing on the side of errors', () => {
    const { status, out, err } = runBalie(['pack', 'check', packFolder(), '--today', TODAY]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('0 errors, 0 warnings. The pack is good.');
  });

  it('ends with 1 for a pack with errors', () => {
    const { status, out } = runBalie([
      'pack',
      'check',
      packFolder({ 'topics.yaml': '[]' }),
      '--today',
      TODAY,
    ]);
    expect(status).toBe(1);
    expect(out).toMatch(/^error: topics\.yaml:1/m);
  });

  it('ends with 2 and a sentence, without a stack, when there is no such folder', () => {
    const { status, out, err } = runBalie(['pack', 'check', 'no-such-folder']);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toBe(
      'There is no folder that can be read at "no-such-folder". Give the folder of a pack.\n' +
        'Usage: balie pack check DIR [--json] [--today YYYY-MM-DD] [--directory FILE|DIR]\n',
    );
  });

  it('takes an author from nothing to a map of the logic, by the lines of the README', () => {
    const section = /^## How to write a pack\n.*?(?=^## )/ms.exec(readFileSync(README, 'utf8'))?.[0] ?? '';
    const lines = [...section.matchAll(/^npm run (--silent )?balie -- (.*?)(?: +#.*)?$/gm)];
    const folder = aFolder();
    const shown = lines.map(([, silent, line = '']) => {
      const args = line.split(' ');
      return {
        name: args[1],
        ...(silent === undefined ? runBalie(args, folder) : silentBalie(args, folder)),
      };
    });
    expect(shown.map(({ name }) => name)).toEqual(['new', 'check', 'check', 'paths', 'graph']);
    for (const each of shown) expect(each).toMatchObject({ status: 0, err: '' });
    expect(shown[1]?.out).toContain('0 errors, 0 warnings');
    expect(JSON.parse(shown[2]?.out ?? '')).toMatchObject({ findings: [] });
    expect(readdirSync(folder).sort()).toEqual(['my-pack', 'samen-eten.svg']);
    expect(readFileSync(join(folder, 'samen-eten.svg'), 'utf8')).toMatch(/^<svg /);
  });
});
