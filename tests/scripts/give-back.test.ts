import { chownSync, lstatSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { giveBack } from '../../scripts/checks/give-back.mjs';
import { aDataFolder } from '../builders/a-store.ts';

const isRoot = process.getuid?.() === 0;
const SOMEBODY = 65534;

it.runIf(isRoot)(
  'gives back to somebody what root made in their folder, and not what a link there points to',
  () => {
    const [folder, outside] = [aDataFolder(), aDataFolder()];
    chownSync(folder, SOMEBODY, SOMEBODY);
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist/main.cjs'), '');
    symlinkSync(outside, join(folder, 'link'));
    giveBack(folder);
    for (const made of ['dist', 'dist/main.cjs', 'link'])
      expect(lstatSync(join(folder, made)), made).toMatchObject({ uid: SOMEBODY, gid: SOMEBODY });
    expect(statSync(outside).uid).toBe(0);
  },
);

it('changes nothing as anybody else', () => {
  const changed: unknown[] = [];
  giveBack(aDataFolder(), { uid: 1000, change: (...given) => void changed.push(given) });
  expect(changed).toEqual([]);
});
