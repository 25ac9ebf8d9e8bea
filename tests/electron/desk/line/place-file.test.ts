import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPlace, writePlace } from '../../../../electron/desk/line/place-file.ts';
import { aLog } from '../../../builders/a-log.ts';
import { aDataFolder } from '../../../builders/a-store.ts';

const settings = { number: 2, desk: { floor: 'up', way: 'left', near: 'lift' } } as const;

test('what was chosen is read again, and nothing before that', () => {
  const folder = aDataFolder();
  expect(readPlace(folder, aLog())).toEqual({ number: null, desk: null });
  expect(writePlace(folder, settings, aLog())).toBe(true);
  expect(readPlace(folder, aLog())).toEqual(settings);
});

test.each([
  '',
  '{',
  '[]',
  '{"number":0,"desk":null}',
  '{"number":1,"desk":{"floor":"same"}}',
  '{"__proto__":{}}',
])('a file that is wrong says nothing, and is left as it is: %s', (text) => {
  const folder = aDataFolder();
  const file = join(folder, 'place.json');
  writeFileSync(file, text);
  const log = aLog();
  expect(readPlace(folder, log)).toEqual({ number: null, desk: null });
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('what cannot be kept is said, and what was there stays', () => {
  const folder = aDataFolder();
  writePlace(folder, settings, aLog());
  // What is written first is a folder: it cannot be opened to write, not by root either.
  mkdirSync(join(folder, 'place.json.new'));
  expect(writePlace(folder, { ...settings, number: 3 }, aLog())).toBe(false);
  expect(readPlace(folder, aLog())).toEqual(settings);
  rmSync(join(folder, 'place.json.new'), { recursive: true });
  expect(writePlace(folder, { ...settings, number: 3 }, aLog())).toBe(true);
});
