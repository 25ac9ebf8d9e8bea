// The key commands as processes of their own: where passphrases come from, and what is never shown or written over.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ceremonyCommand } from '../../../cli/keys/ceremony-command.ts';
import { aFolder } from '../../builders/pack-folder.ts';
import { runBalie, runLongCommand } from '../../builders/run-balie.ts';

const BALIE = join(import.meta.dirname, '../../../cli/balie.ts');
const PHRASES = [
  'the first holder of three',
  'the second holder of three',
  'the third holder of three',
  'an editor of the library',
];
const input = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const withInput = (text: string, ...args: string[]) =>
  spawnSync(process.execPath, [BALIE, ...args], { encoding: 'utf8', input: text });

/** Runs a command at a terminal, and types a line each time it asks for one. */
async function typing(command: string, lines: readonly string[]) {
  const terminal = spawn('script', ['-qec', command, '/dev/null']);
  onTestFinished(() => void terminal.kill('SIGKILL'));
  let stdout = '';
  let asked = 0;
  terminal.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
    for (const now = stdout.split('while you type').length - 1; asked < now; asked++)
      terminal.stdin.write(`${lines[asked]}\r`);
  });
  const [status] = await once(terminal, 'exit');
  return { status, stdout };
}

describe('balie keys', () => {
  it('holds a ceremony with passphrases from the input, and shows none of them', () => {
    const folder = aFolder();
    const run = withInput(input(PHRASES), 'keys', 'ceremony', folder, '--library', 'bieb');
    expect(run).toMatchObject({ status: 0, stderr: '' });
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(folder, name)).isFile(),
    );
    for (const name of names) {
      const text = readFileSync(join(folder, name), 'utf8');
      for (const phrase of PHRASES) expect(text, name).not.toContain(phrase);
    }
    const keys = names.filter((name) => name.endsWith('.key.json'));
    expect(keys.sort()).toEqual([
      'publisher/bieb.key.json',
      'root-1/root-1.key.json',
      'root-2/root-2.key.json',
      'root-3/root-3.key.json',
      'server/snapshot.key.json',
      'server/timestamp.key.json',
    ]);
    for (const name of keys) expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
    for (const name of keys.slice(0, 4))
      expect(readFileSync(join(folder, name), 'utf8'), name).not.toMatch(/"private"/);
    const again = withInput(input(PHRASES), 'keys', 'ceremony', folder, '--library', 'bieb');
    expect(again.status).toBe(2);
    expect(again.stderr).toContain('is not empty, and no key is ever written over');
    const show = (phrase: string) =>
      withInput(`${phrase}\n`, 'keys', 'show', join(folder, 'root-2/root-2.key.json'), '--open');
    expect(show(PHRASES[1] ?? '').stdout).toMatch(/^root key, id [0-9a-f]{64}\nIt opens\.\n$/);
    expect(show(PHRASES[0] ?? '')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('does not open'),
    });
    chmodSync(join(folder, 'server/snapshot.key.json'), 0o644);
    const refresh = runBalie([
      ...['repository', 'refresh', join(folder, 'repository'), '--keys', join(folder, 'server')],
    ]);
    expect(refresh).toMatchObject({ status: 1, err: expect.stringContaining('chmod 600') });
  });

  it.each([
    ['two that are the same', [PHRASES[0], PHRASES[0], PHRASES[2], PHRASES[3]], 'Each holder thinks of one'],
    ['one that is short', ['short', ...PHRASES.slice(1)], 'at least 15 characters'],
    ['too few', PHRASES.slice(0, 3), 'There is no passphrase for the publisher'],
  ])('makes nothing with %s', async (_what, phrases, why) => {
    const place = aFolder({ phrases: input(phrases as string[]) });
    const folder = join(place, 'keys');
    const args = [folder, '--library', 'bieb', '--passphrases', join(place, 'phrases')];
    await expect(runLongCommand(ceremonyCommand, ...args)).rejects.toThrow(why);
    expect(existsSync(folder)).toBe(false);
  });

  it('does not show what is typed at a screen, and asks again when the two differ', async () => {
    const name = join(aFolder(), 'huis');
    const command = [process.execPath, BALIE, 'keys', 'new', name, '--for', 'root'].map(
      (each) => `'${each}'`,
    );
    const typed = ['a passphrase with a typo', PHRASES[0], PHRASES[0], PHRASES[0]];
    const run = await typing(command.join(' '), typed as string[]);
    expect(run.stdout).toContain('These two are not the same.');
    expect(run.stdout).toContain(`Wrote ${name}.key.json (keep it)`);
    for (const phrase of typed) expect(run.stdout).not.toContain(phrase);
    expect(run.status).toBe(0);
  });

  it('writes no key over another', () => {
    const name = join(aFolder(), 'server');
    writeFileSync(`${name}.key.json`, 'a key');
    const { status, err } = runBalie(['keys', 'new', name, '--for', 'snapshot']);
    expect(status).toBe(2);
    expect(err).toContain('a key is never written over');
    expect(readFileSync(`${name}.key.json`, 'utf8')).toBe('a key');
  });
});
