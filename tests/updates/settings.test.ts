import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRepositorySettings, WrongSettingsError } from '../../updates/settings.ts';
import { aDataFolder } from '../builders/a-store.ts';
import { STABLE } from '../builders/updates/raw-repository.ts';

function read(follow: unknown) {
  const dataDir = aDataFolder();
  writeFileSync(
    join(dataDir, 'repository.json'),
    JSON.stringify({ address: 'https://packs.example/', follow }),
  );
  return readRepositorySettings(dataDir);
}

test('a pack is followed once: on two channels its versions would replace each other for ever', () => {
  const follow = [STABLE, { ...STABLE, pack: 'ander' }];
  expect(read(follow)?.follow).toEqual(follow);
  expect(() => read([STABLE, { ...STABLE, channel: 'test' }])).toThrow('name each pack once');
  expect(() => read([STABLE, { ...STABLE, library: 'ander' }])).toThrow('name each pack once');
});

test('which packs stand in it twice is said apart, once each', () => {
  const other = { ...STABLE, pack: 'ander' };
  const faultOf = (follow: unknown) => {
    try {
      return read(follow);
    } catch (error) {
      return error instanceof WrongSettingsError ? error.twice : error;
    }
  };
  expect(faultOf([STABLE, other, STABLE, { ...STABLE, channel: 'test' }])).toEqual([STABLE.pack]);
  expect(faultOf([])).toEqual([]);
});
