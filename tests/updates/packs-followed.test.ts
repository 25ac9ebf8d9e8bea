import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { followedIn } from '../../updates/packs-followed.ts';
import { aDataFolder } from '../builders/a-store.ts';
import { STABLE } from '../builders/updates/raw-repository.ts';

test.each<[string, string | undefined, boolean[]]>([
  ['a kiosk without settings follows nothing', undefined, [false, false]],
  ['it follows what its settings say', JSON.stringify({ follow: [STABLE] }), [true, false]],
  ['of settings that are wrong nobody knows, so it may be any', '{"follow": 1}', [true, true]],
])('%s', (_, settings, follows) => {
  const dataDir = aDataFolder();
  if (settings !== undefined) writeFileSync(join(dataDir, 'repository.json'), settings);
  expect([STABLE.pack, 'anders'].map(followedIn(dataDir))).toEqual(follows);
});
