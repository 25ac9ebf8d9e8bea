import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stagedVersion } from '../../db/content/updates/staged-packs.ts';
import { takeTurns } from '../../db/content/updates/take-turns.ts';
import type { TestKiosk } from '../builders/updates/a-kiosk.ts';
import { aKey, NOW, type RawRepository, STABLE } from '../builders/updates/raw-repository.ts';
import { expiring, upToDate } from '../builders/updates/up-to-date.ts';

/** A kiosk that shows version 2, and for which version 3 lies ready; what was published before that version is to be listed again. */
async function withThreeReady() {
  const { repository, kiosk } = await upToDate();
  const before = { ...repository.targets };
  repository.publish(3);
  expect((await kiosk.prepare(repository)).kind).toBe('ready');
  const list = (targets: RawRepository['targets']) => {
    for (const path of Object.keys(repository.targets)) delete repository.targets[path];
    Object.assign(repository.targets, targets);
  };
  return { repository, kiosk, before, list };
}

/** Announces a list that names the same, and of which half is lost on the way to a stick. */
function tearList(repository: RawRepository): void {
  repository.signLibrary();
  repository.announce();
  const file = join(repository.folder, `metadata/${repository.versions.bieb}.bieb.json`);
  writeFileSync(file, readFileSync(file).subarray(0, 200));
}

/** What is on the screen when nobody is there any more. */
function shownNext({ db, shown }: TestKiosk) {
  takeTurns(db, NOW);
  return shown();
}

test('what lies ready is not shown when another key of the library is named', async () => {
  const { repository, kiosk } = await withThreeReady();
  repository.keys.bieb = [aKey()];
  repository.signTargets();
  repository.announce();
  expect(await kiosk.update(repository)).toBe('untrusted');
  expect(shownNext(kiosk)).toBe(2);
  // What the library signs with the new key comes, also under the same number.
  repository.publish(3);
  expect(await kiosk.update(repository)).toBe('ready');
  expect(kiosk.shown()).toBe(3);
});

test('nor when the library lists the version before again', async () => {
  const { repository, kiosk, before, list } = await withThreeReady();
  repository.keys.bieb = [aKey()];
  repository.signTargets();
  list(before);
  repository.signLibrary();
  repository.announce();
  expect(await kiosk.prepare(repository)).toEqual({ kind: 'current' });
  expect(shownNext(kiosk)).toBe(2);
});

test('nor when it publishes the pack no more', async () => {
  const { repository, kiosk, list } = await withThreeReady();
  list({});
  repository.signLibrary();
  repository.announce();
  expect(await kiosk.prepare(repository)).toEqual({ kind: 'not-published' });
  expect(shownNext(kiosk)).toBe(2);
});

test('nor when another version took its place and did not come', async () => {
  const { repository, kiosk } = await withThreeReady();
  repository.publish(4, { 'pack.yaml': 'no: pack' });
  expect(await kiosk.update(repository)).toBe('pack-broken');
  expect(shownNext(kiosk)).toBe(2);
});

test.each<[string, (repository: RawRepository) => void, string]>([
  ['nothing has changed', () => undefined, 'current'],
  ['the list of the library has expired', (to) => to.signLibrary(expiring(-1)), 'expired'],
  ['the list of the library is torn', tearList, 'untrusted'],
  ['the repository is not one that is trusted', (to) => to.signTimestamp(undefined, [aKey()]), 'untrusted'],
])('what lies ready stays where %s', async (_, change, outcome) => {
  const { repository, kiosk } = await withThreeReady();
  change(repository);
  if (outcome === 'expired') repository.announce();
  const seen = await kiosk.prepare(repository).then(
    (said) => (said.kind === 'failed' ? said.error.fault : said.kind),
    (error: { fault: string }) => error.fault,
  );
  expect(seen).toBe(outcome);
  expect(stagedVersion(kiosk.db, STABLE.pack)).toBe(3);
});
