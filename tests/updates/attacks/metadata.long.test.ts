// A thief with keys, a server that lies, a clock that is wrong: each attack is tried on a kiosk that shows version 2.
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../core/domain/calendar-date.ts';
import { readUpdateStatus } from '../../../db/content/updates/update-status.ts';
import { folderSource } from '../../../updates/source/folder-source.ts';
import type { Source } from '../../../updates/source/source.ts';
import { aKiosk } from '../../builders/updates/a-kiosk.ts';
import {
  aKey,
  aRawRepository,
  type Change,
  NOW,
  type RawRepository,
  type TestKey,
} from '../../builders/updates/raw-repository.ts';
import { expectRefused } from '../../builders/updates/refused.ts';
import { expiring, saying, upToDate } from '../../builders/updates/up-to-date.ts';

const fileIn = ({ folder }: RawRepository, name: string) => join(folder, 'metadata', name);
const put = (repository: RawRepository, from: string, to: string) =>
  copyFileSync(fileIn(repository, from), fileIn(repository, to));

const without =
  (file: string): Change =>
  (body) => {
    const { [file]: _, ...rest } = body['meta'] as Record<string, never>;
    body['meta'] = rest;
  };
describe('rolling back with the stolen keys of the server', () => {
  test('an old timestamp is refused', async () => {
    const { repository, kiosk } = await upToDate();
    const old = readFileSync(fileIn(repository, 'timestamp.json'));
    repository.publish(3);
    await kiosk.update(repository);
    repository.write('metadata/timestamp.json', old);
    await expectRefused(kiosk, repository, 'rolled-back');
  });

  test('an old snapshot under a new timestamp is refused', async () => {
    const { repository, kiosk } = await upToDate();
    repository.publish(3);
    await kiosk.update(repository);
    repository.signTimestamp(saying('snapshot.json', { version: 1 }));
    await expectRefused(kiosk, repository, 'rolled-back');
  });

  test.each(['targets.json', 'bieb.json'])('an old %s under a new snapshot is refused', async (file) => {
    const { repository, kiosk } = await upToDate();
    repository.signTargets();
    repository.publish(3);
    await kiosk.update(repository);
    repository.signSnapshot(saying(file, { version: 1 }));
    repository.signTimestamp();
    await expectRefused(kiosk, repository, 'rolled-back');
  });

  test('a snapshot that leaves a library out is refused', async () => {
    const { repository, kiosk } = await upToDate();
    repository.signSnapshot(without('bieb.json'));
    repository.signTimestamp();
    await expectRefused(kiosk, repository, 'rolled-back');
  });

  test('an old root under a new name is refused', async () => {
    const { repository, kiosk } = await upToDate();
    put(repository, '1.root.json', '2.root.json');
    await expectRefused(kiosk, repository, 'rolled-back');
  });

  test('with the key of the library too, a lower version of the pack is refused by the store', async () => {
    const { repository, kiosk } = await upToDate();
    repository.publish(5);
    await kiosk.update(repository);
    repository.publish(3);
    await expectRefused(kiosk, repository, 'older');
    repository.publish(5, { 'pack.yaml': 'id: other' });
    await expectRefused(kiosk, repository, 'older');
  });

  test('a timestamp that is longer than any needs to be is not read', async () => {
    const { repository, kiosk } = await upToDate();
    repository.publish(3);
    const good = readFileSync(fileIn(repository, 'timestamp.json'), 'utf8');
    repository.write('metadata/timestamp.json', good + ' '.repeat(20_000));
    await expectRefused(kiosk, repository, 'too-large');
  });

  test('a version that is too high to come back from is refused', async () => {
    const { repository, kiosk } = await upToDate();
    repository.signTimestamp((body) => {
      body['version'] = 2 ** 40;
    });
    await expectRefused(kiosk, repository, 'untrusted');
  });
});

describe('freezing', () => {
  test.each<[string, (repository: RawRepository) => void]>([
    ['the timestamp', (repository) => repository.signTimestamp(expiring(5))],
    [
      'the snapshot',
      (repository) => {
        repository.signSnapshot(expiring(5));
        repository.signTimestamp();
      },
    ],
    [
      'the list of libraries',
      (repository) => {
        repository.signTargets(expiring(5));
        repository.announce();
      },
    ],
    [
      'the list of a library',
      (repository) => {
        repository.signLibrary(expiring(5));
        repository.announce();
      },
    ],
    [
      'the root',
      (repository) => {
        repository.signRoot(expiring(5));
        repository.announce();
      },
    ],
  ])('%s: what has expired is not installed, and installed when somebody says so', async (_, freeze) => {
    const { repository, kiosk } = await upToDate();
    repository.addPack(3);
    repository.signLibrary();
    repository.announce();
    freeze(repository);
    await expectRefused(kiosk, repository, 'expired', { now: NOW + 6 * DAY_MS });
    expect(await kiosk.update(repository, { now: NOW + 6 * DAY_MS, acceptExpired: true })).toBe('ready');
    expect(kiosk.shown()).toBe(3);
  });

  test('whoever accepts what has expired still rolls nothing back', async () => {
    const { repository, kiosk } = await upToDate();
    const old = readFileSync(fileIn(repository, 'timestamp.json'));
    repository.publish(3);
    await kiosk.update(repository);
    repository.write('metadata/timestamp.json', old);
    await expectRefused(kiosk, repository, 'rolled-back', { now: NOW + 400 * DAY_MS, acceptExpired: true });
  });
});

describe('the clock', () => {
  test('that went back to 1970 does not bring back what has expired', async () => {
    const { repository, kiosk } = await upToDate();
    repository.publish(3);
    repository.signTimestamp(expiring(5));
    expect(await kiosk.update(repository, { now: NOW + 4 * DAY_MS })).toBe('ready');
    repository.publish(4);
    repository.signTimestamp(expiring(3));
    await expectRefused(kiosk, repository, 'expired', { now: 0 });
  });

  test('that stands at 2040 installs nothing, and all is well when it is right again', async () => {
    const { repository, kiosk } = await upToDate();
    repository.publish(3);
    await expectRefused(kiosk, repository, 'expired', { now: Date.UTC(2040, 0, 1) });
    expect(await kiosk.update(repository)).toBe('ready');
  });

  test('that stood at 2040 when somebody accepted what has expired does not stop what comes later', async () => {
    const { repository, kiosk } = await upToDate();
    repository.publish(3);
    expect(await kiosk.update(repository, { now: Date.UTC(2040, 0, 1), acceptExpired: true })).toBe('ready');
    repository.publish(4);
    expect(await kiosk.update(repository)).toBe('ready');
  });

  test('that always stood at 1970 installs what is signed', async () => {
    const repository = aRawRepository(2);
    expect(await aKiosk(repository.bundledRoot).update(repository, { now: 0 })).toBe('ready');
  });
});

describe('mixing', () => {
  test('a snapshot under the number of another one is refused', async () => {
    const { repository, kiosk } = await upToDate();
    repository.publish(3);
    put(repository, '1.snapshot.json', '2.snapshot.json');
    await expectRefused(kiosk, repository, 'rolled-back');
  });

  test('a list of a library under the number of another one is refused', async () => {
    const { repository, kiosk } = await upToDate();
    repository.publish(3);
    put(repository, '1.bieb.json', '2.bieb.json');
    await expectRefused(kiosk, repository, 'rolled-back');
  });

  test('one kind of metadata in the place of another is refused', async () => {
    const { repository, kiosk } = await upToDate();
    repository.publish(3);
    put(repository, '2.bieb.json', '2.snapshot.json');
    await expectRefused(kiosk, repository, 'untrusted');
  });

  test('the metadata of another repository is refused', async () => {
    const { repository, kiosk } = await upToDate();
    const other = aRawRepository(2, 3);
    repository.write('metadata/timestamp.json', readFileSync(fileIn(other, 'timestamp.json')));
    await expectRefused(kiosk, repository, 'untrusted');
  });
});

describe('what is no metadata', () => {
  test.each<[string, Buffer, reason: string]>([
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22]), 'it is not UTF-8'],
    ['lists that nest too deep', Buffer.from('['.repeat(8_000) + ']'.repeat(8_000)), 'it is nested too deep'],
    ['half of it', Buffer.from('{"signed":'), 'JSON'],
    ['nothing', Buffer.alloc(0), 'JSON'],
  ])('%s: the timestamp is refused for that, and so is a snapshot', async (_, bytes, reason) => {
    const { repository, kiosk } = await upToDate();
    repository.publish(3);
    const why = () => readUpdateStatus(kiosk.db).failure?.message;
    repository.write('metadata/2.snapshot.json', bytes);
    await expectRefused(kiosk, repository, 'untrusted');
    expect(why()).toContain(reason);
    repository.write('metadata/timestamp.json', bytes);
    await expectRefused(kiosk, repository, 'untrusted');
    expect(why()).toContain(reason);
  });
});

describe('wrong keys', () => {
  const stranger = aKey();

  test.each<[string, (repository: RawRepository) => void]>([
    ['a timestamp of a stranger', (r) => r.signTimestamp(undefined, [stranger])],
    ['a timestamp of nobody', (r) => r.signTimestamp(undefined, [])],
    ['a timestamp by the key of the snapshot', (r) => r.signTimestamp(undefined, r.keys.snapshot)],
    [
      'a snapshot by the key of a library',
      (r) => {
        r.signSnapshot(undefined, r.keys.bieb);
        r.signTimestamp();
      },
    ],
    [
      'a library by the keys of the server',
      (r) => {
        r.addPack(3);
        r.signLibrary(undefined, [...r.keys.snapshot, ...r.keys.timestamp]);
        r.announce();
      },
    ],
    [
      'a library by a key of the root',
      (r) => {
        r.addPack(3);
        r.signLibrary(undefined, r.keys.root);
        r.announce();
      },
    ],
    [
      'the list of libraries by one key of the root',
      (r) => {
        r.signTargets(undefined, r.keys.root.slice(0, 1));
        r.announce();
      },
    ],
    [
      'the signature of something else',
      (r) => {
        const name = fileIn(r, 'timestamp.json');
        const { signatures } = JSON.parse(readFileSync(name, 'utf8'));
        r.signTimestamp();
        const { signed } = JSON.parse(readFileSync(name, 'utf8'));
        r.write('metadata/timestamp.json', JSON.stringify({ signed, signatures }));
      },
    ],
  ])('%s', async (_, attack) => {
    const { repository, kiosk } = await upToDate();
    attack(repository);
    await expectRefused(kiosk, repository, 'untrusted');
  });

  test('a key that was taken back signs nothing more, neither of the server nor of a library', async () => {
    const { repository, kiosk } = await upToDate();
    const [oldTimestamp, oldBieb] = [repository.keys.timestamp, repository.keys.bieb];
    repository.keys.timestamp = [aKey()];
    repository.keys.bieb = [aKey()];
    repository.signRoot();
    repository.signTargets();
    repository.publish(3);
    expect(await kiosk.update(repository)).toBe('ready');
    repository.addPack(4);
    repository.signLibrary(undefined, oldBieb);
    repository.announce();
    await expectRefused(kiosk, repository, 'untrusted');
    repository.publish(5);
    repository.signTimestamp(undefined, oldTimestamp);
    await expectRefused(kiosk, repository, 'untrusted');
    repository.signTimestamp();
    expect(await kiosk.update(repository)).toBe('ready');
  });
});

describe('a list of libraries by the keys of the root', () => {
  type Delegations = { roles: Record<string, unknown>[] };
  const delegations = (body: Record<string, unknown>) => body['delegations'] as Delegations;

  test.each<[string, Change]>([
    [
      'that lets a library sign for all names',
      (body) => {
        Object.assign(delegations(body).roles[0] as object, { paths: ['*'] });
      },
    ],
    [
      'that lets others be asked after a library',
      (body) => {
        Object.assign(delegations(body).roles[0] as object, { terminating: false });
      },
    ],
    [
      'with packs of its own',
      (body) => {
        body['targets'] = { 'klein.json': { length: 1, hashes: { sha256: 'a'.repeat(64) } } };
      },
    ],
  ])('%s is refused', async (_, change) => {
    const { repository, kiosk } = await upToDate();
    repository.signTargets(change);
    repository.publish(3);
    await expectRefused(kiosk, repository, 'untrusted');
  });
});

describe('a new root', () => {
  const roles = (body: Record<string, unknown>) => body['roles'] as Record<string, Record<string, unknown>>;

  test.each<[string, (repository: RawRepository) => void, string]>([
    ['signed by 1 of 3', (r) => r.signRoot(undefined, r.keys.root.slice(0, 1)), 'untrusted'],
    [
      'signed twice by one',
      (r) => r.signRoot(undefined, [r.keys.root[0], r.keys.root[0]] as never),
      'untrusted',
    ],
    ['signed by strangers', (r) => r.signRoot(undefined, [aKey(), aKey()]), 'untrusted'],
    [
      'signed by the new keys and not by the old',
      (r) => {
        r.keys.root = [aKey(), aKey(), aKey()];
        r.signRoot();
      },
      'untrusted',
    ],
    [
      'that skips a version',
      (r) =>
        r.signRoot((body) => {
          body['version'] = 3;
        }),
      'rolled-back',
    ],
    [
      'with threshold 0',
      (r) =>
        r.signRoot((body) => {
          roles(body)['timestamp'] = { ...roles(body)['timestamp'], threshold: 0 };
        }),
      'untrusted',
    ],
    [
      'with a root that one may sign',
      (r) =>
        r.signRoot((body) => {
          roles(body)['root'] = { ...roles(body)['root'], threshold: 1 };
        }),
      'untrusted',
    ],
    [
      'with the same key under two ids',
      (r) => {
        const [first, second] = r.keys.root as [TestKey, TestKey];
        const twin = { ...first, id: 'f'.repeat(64) };
        // Two of before sign, and of those that it names one signs twice: only that it is one key stands in the way.
        r.signRoot(
          (body) => {
            body['keys'] = { ...(body['keys'] as object), [twin.id]: twin.public };
            roles(body)['root'] = { ...roles(body)['root'], keyids: [first.id, twin.id] };
          },
          [first, second, twin],
        );
      },
      'untrusted',
    ],
    [
      'that lets the server sign for libraries',
      (r) => {
        const server = [...r.keys.snapshot, ...r.keys.timestamp];
        r.signRoot((body) => {
          roles(body)['targets'] = { keyids: server.map(({ id }) => id), threshold: 2 };
        });
        // And it does.
        r.signTargets(undefined, server);
      },
      'untrusted',
    ],
  ])('%s is refused', async (_, attack, fault) => {
    const { repository, kiosk } = await upToDate();
    attack(repository);
    repository.publish(3);
    await expectRefused(kiosk, repository, fault);
  });

  test('is not followed for ever: 256 of them at a look', async () => {
    const { repository, kiosk } = await upToDate();
    for (let time = 0; time < 260; time++) repository.signRoot();
    const stick = await folderSource(repository.folder);
    const roots: string[] = [];
    const source: Source = {
      address: stick.address,
      open: (place, wanted) => {
        if (place.endsWith('.root.json')) roots.push(place);
        return stick.open(place, wanted);
      },
    };
    await kiosk.update(source);
    expect(roots).toHaveLength(256);
    await kiosk.update(source);
    expect(roots.at(-2)).toBe('metadata/261.root.json');
  });

  test('is followed through 40 of them, with new keys each time', async () => {
    const { repository, kiosk } = await upToDate();
    for (let time = 0; time < 40; time++) {
      const before = repository.keys.root;
      repository.keys.root = [aKey(), aKey(), aKey()];
      repository.signRoot(undefined, [...before.slice(0, 2), ...repository.keys.root.slice(0, 2)]);
    }
    repository.signTargets();
    repository.publish(3);
    expect(await kiosk.update(repository)).toBe('ready');
  });
});
