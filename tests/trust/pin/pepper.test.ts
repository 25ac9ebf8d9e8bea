import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makePepper, pepperFile, readPepper } from '../../../trust/pin/pepper.ts';
import { aDataFolder } from '../../builders/a-store.ts';

test('it is made once, for this account alone, and stays', () => {
  const folder = aDataFolder();
  expect(readPepper(folder)).toBeUndefined();
  const pepper = makePepper(folder);
  expect(pepper).toHaveLength(32);
  expect(statSync(pepperFile(folder)).mode & 0o777).toBe(0o600);
  expect(makePepper(folder)).toEqual(pepper);
  expect(readPepper(folder)).toEqual(pepper);
  expect(readdirSync(folder)).toEqual(['pin.key']);
});

test('two machines have two', () => {
  expect(makePepper(aDataFolder())).not.toEqual(makePepper(aDataFolder()));
});

test('one that is not whole is none, and is replaced', () => {
  const folder = aDataFolder();
  writeFileSync(pepperFile(folder), 'half');
  writeFileSync(`${pepperFile(folder)}.new`, 'left by a power cut');
  expect(readPepper(folder)).toBeUndefined();
  expect(readFileSync(pepperFile(folder), 'utf8')).toBe('half');
  makePepper(folder);
  expect(readPepper(folder)).toHaveLength(32);
});

test('a disk that cannot be read is no machine without a PIN', () => {
  const folder = aDataFolder();
  mkdirSync(pepperFile(folder));
  expect(() => readPepper(folder)).toThrow(/EISDIR/);
});
