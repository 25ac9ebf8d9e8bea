import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hash, hashFiles, readStamp, writeStamp } from '../../scripts/setup/stamp.mjs';
import { temporaryFolder } from './temporary-folder.ts';

describe('the hash of inputs', () => {
  it('tells apart what only looks alike when strung together', () => {
    expect(hash('ab', 'c')).not.toBe(hash('a', 'bc'));
  });

  it('changes with content, with a name, with a new file and with a missing one', () => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'core/deep'), { recursive: true });
    writeFileSync(join(root, 'core/deep/a.ts'), 'one');
    const seen = [hashFiles(root, ['core', 'lock'])];
    const note = () => seen.push(hashFiles(root, ['core', 'lock']));
    writeFileSync(join(root, 'core/deep/a.ts'), 'two');
    note();
    writeFileSync(join(root, 'core/b.ts'), '');
    note();
    rmSync(join(root, 'core/b.ts'));
    writeFileSync(join(root, 'core/c.ts'), '');
    note();
    writeFileSync(join(root, 'lock'), '');
    note();
    expect(new Set(seen).size).toBe(seen.length);
    expect(hashFiles(root, ['core', 'lock'])).toBe(seen.at(-1));
  });
});

describe('a stamp', () => {
  it('comes back as written, and leaves no half file', () => {
    const file = join(temporaryFolder(), 'new/folder/x.stamp');
    expect(readStamp(file)).toBeUndefined();
    writeStamp(file, 'abc');
    expect(readStamp(file)).toBe('abc');
    expect(readdirSync(join(file, '..'))).toEqual(['x.stamp']);
  });
});
