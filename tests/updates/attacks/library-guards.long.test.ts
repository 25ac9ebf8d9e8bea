// Guards that are tuf-js's own. Each attack here has only that one guard in its way, so it was seen to come through when
// the guard was taken out of a copy of tuf-js: in metadata.long.test.ts a second guard often stands behind the first.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../core/domain/calendar-date.ts';
import { aKiosk } from '../../builders/updates/a-kiosk.ts';
import {
  aKey,
  aRawRepository,
  type Change,
  inDays,
  NOW,
  type RawRepository,
} from '../../builders/updates/raw-repository.ts';
import { expectRefused } from '../../builders/updates/refused.ts';
import { saying, upToDate } from '../../builders/updates/up-to-date.ts';

const field =
  (name: string, value: string | number): Change =>
  (body) => {
    body[name] = value;
  };

/** A file of metadata that is longer, and says the same. */
function pad(repository: RawRepository, name: string, bytes: number): void {
  const place = `metadata/${name}.json`;
  repository.write(place, readFileSync(join(repository.folder, place), 'utf8') + ' '.repeat(bytes));
}

describe('a root', () => {
  test('by strangers who sign all that follows from it is refused', async () => {
    const { repository, kiosk } = await upToDate();
    repository.keys.root = [aKey(), aKey(), aKey()];
    repository.signRoot();
    repository.signTargets();
    repository.publish(3);
    await expectRefused(kiosk, repository, 'untrusted');
  });

  test('that the new holders of its keys did not sign is refused', async () => {
    const { repository, kiosk } = await upToDate();
    const before = repository.keys.root.slice(0, 2);
    repository.keys.root = [aKey(), aKey(), aKey()];
    repository.signRoot(undefined, before);
    repository.signTargets();
    repository.publish(3);
    await expectRefused(kiosk, repository, 'untrusted');
  });

  test('that came with the app and is signed by one is trusted with nothing', async () => {
    const repository = aRawRepository(2);
    const { signed, signatures } = JSON.parse(repository.bundledRoot.toString('utf8'));
    const half = aKiosk(Buffer.from(JSON.stringify({ signed, signatures: signatures.slice(0, 1) })));
    await expectRefused(half, repository, 'no-root');
    expect(half.shown()).toBe(1);
  });

  test('that is longer than any needs to be is not read', async () => {
    const { repository, kiosk } = await upToDate();
    repository.signRoot();
    pad(repository, '2.root', 100_000);
    await expectRefused(kiosk, repository, 'too-large');
  });
});

describe('a timestamp', () => {
  test('under the number of the last one brings nothing new', async () => {
    const { repository, kiosk } = await upToDate();
    repository.versions.timestamp--;
    repository.publish(3);
    expect(await kiosk.update(repository)).not.toBe('ready');
    expect(kiosk.shown()).toBe(2);
  });

  test('that is older and names the same snapshot is refused', async () => {
    const { repository, kiosk } = await upToDate();
    const old = readFileSync(join(repository.folder, 'metadata/timestamp.json'));
    repository.signTimestamp();
    await kiosk.update(repository);
    repository.write('metadata/timestamp.json', old);
    await expectRefused(kiosk, repository, 'rolled-back');
  });

  test('that names an older snapshot with the same lists is refused', async () => {
    const { repository, kiosk } = await upToDate();
    repository.announce();
    await kiosk.update(repository);
    repository.signTimestamp(saying('snapshot.json', { version: 1 }));
    await expectRefused(kiosk, repository, 'rolled-back');
  });

  test('that was good when it came does not stay so', async () => {
    const { repository, kiosk } = await upToDate();
    await expectRefused(kiosk, repository, 'expired', { now: NOW + 31 * DAY_MS });
  });

  test.each<[string, Change]>([
    ['that never expires', field('expires', 'never')],
    ['that expires in a number', field('expires', NOW + 30 * DAY_MS)],
    ['by the rules of another TUF', field('spec_version', '2.0.0')],
  ])('%s is refused', async (_, change) => {
    const { repository, kiosk } = await upToDate();
    repository.publish(3);
    repository.signTimestamp(change);
    await expectRefused(kiosk, repository, 'untrusted');
  });
});

describe('what is announced with a length or a hash', () => {
  const length = (repository: RawRepository, name: string) =>
    readFileSync(join(repository.folder, 'metadata', `${name}.json`)).length;
  const announced: [string, (r: RawRepository, said: Record<string, object | number>) => void][] = [
    [
      'snapshot',
      (r, said) =>
        r.signTimestamp(saying('snapshot.json', { version: r.versions.snapshot, ...said } as never)),
    ],
    [
      'bieb',
      (r, said) => {
        r.signSnapshot(saying('bieb.json', { version: r.versions.bieb, ...said } as never));
        r.signTimestamp();
      },
    ],
  ];

  test.each(announced)('%s: is taken when it is so, and refused when it is not', async (name, announce) => {
    const { repository, kiosk } = await upToDate();
    repository.publish(3);
    const version = () => (name === 'bieb' ? repository.versions.bieb : repository.versions.snapshot);
    const bytes = length(repository, `${version()}.${name}`);
    announce(repository, { length: bytes + 1 });
    await expectRefused(kiosk, repository, 'untrusted');
    announce(repository, { length: bytes - 1 });
    await expectRefused(kiosk, repository, 'too-large');
    announce(repository, { hashes: { sha256: '0'.repeat(64) } });
    await expectRefused(kiosk, repository, 'untrusted');
    announce(repository, { length: bytes });
    expect(await kiosk.update(repository)).toBe('ready');
  });

  test.each([
    ['snapshot', 500_000],
    ['bieb', 1_000_000],
  ] as const)('%s: without either, it is not read further than any needs to be', async (name, most) => {
    const { repository, kiosk } = await upToDate();
    repository.publish(3);
    pad(repository, `2.${name}`, most);
    await expectRefused(kiosk, repository, 'too-large');
  });
});

describe('a list of a library', () => {
  test('that names the pack of another library is not asked about it', async () => {
    const repository = aRawRepository(2);
    const other = aKey();
    repository.signTargets((body) => {
      const { keys, roles } = body['delegations'] as { keys: object; roles: object[] };
      const role = { keyids: [other.id], threshold: 1, name: 'aaa', terminating: true, paths: ['aaa/*'] };
      body['delegations'] = { keys: { ...keys, [other.id]: other.public }, roles: [role, ...roles] } as never;
    });
    repository.addPack(9);
    const stolen = { ...repository.targets };
    repository.addPack(3);
    repository.signLibrary();
    const list = { _type: 'targets', spec_version: '1.0.31', version: 1, expires: inDays(30) };
    repository.sign('1.aaa', { ...list, targets: stolen }, [other]);
    repository.signSnapshot(saying('aaa.json', { version: 1 }));
    repository.signTimestamp();
    const kiosk = aKiosk(repository.bundledRoot);
    expect(await kiosk.update(repository)).toBe('ready');
    expect(kiosk.shown()).toBe(3);
  });
});
