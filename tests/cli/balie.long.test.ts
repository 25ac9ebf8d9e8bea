import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder, packFolder } from '../builders/pack-folder.ts';
import { runBalie } from '../builders/run-balie.ts';
import { TODAY } from '../builders/today.ts';

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

  it('takes an author from an empty folder to a map of the logic', () => {
    const folder = aFolder();
    expect(runBalie(['pack', 'new', folder])).toMatchObject({ status: 0, err: '' });
    expect(runBalie(['pack', 'check', folder]).out).toContain('0 errors, 0 warnings');
    const elsewhere = aFolder();
    expect(runBalie(['pack', 'graph', folder, 'samen-eten'], elsewhere)).toMatchObject({
      status: 0,
      err: '',
    });
    expect(readdirSync(elsewhere)).toEqual(['samen-eten.svg']);
    expect(readFileSync(join(elsewhere, 'samen-eten.svg'), 'utf8')).toMatch(/^<svg /);
  });
});
