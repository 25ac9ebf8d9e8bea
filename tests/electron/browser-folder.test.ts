import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { browserFolder } from '../../electron/browser-folder.ts';
import { aDataFolder } from '../builders/a-store.ts';

test('the browser keeps its files under the data folder', () => {
  const dataDir = aDataFolder();
  expect(browserFolder(join(dataDir, 'new'))).toBe(join(dataDir, 'new', 'browser'));
});

test('where no folder can be made it gets a temporary one: without any it would not start', () => {
  const dataDir = join(aDataFolder(), 'data');
  writeFileSync(dataDir, 'a file in the way');
  const folder = browserFolder(dataDir);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  expect(dirname(folder)).toBe(tmpdir());
});
