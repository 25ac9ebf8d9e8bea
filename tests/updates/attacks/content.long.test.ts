// What is signed may still be something else on the way: manifests and contents that are not what they should be.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../../core/contract/repository/manifest.ts';
import { blobPlace } from '../../../core/contract/repository/places.ts';
import { contentOf as digestOf } from '../../../db/blobs/blob-store.ts';
import { readUpdateStatus } from '../../../db/content/updates/update-status.ts';
import { readManifest } from '../../../updates/read-manifest.ts';
import { folderSource } from '../../../updates/source/folder-source.ts';
import { httpSource } from '../../../updates/source/http-source.ts';
import type { Source } from '../../../updates/source/source.ts';
import { aKiosk } from '../../builders/updates/a-kiosk.ts';
import { aServer, type Behaviour } from '../../builders/updates/a-server.ts';
import {
  aKey,
  aRawRepository,
  inDays,
  type Json,
  packOf,
  type RawRepository,
  STABLE,
} from '../../builders/updates/raw-repository.ts';
import { contentOf, expectRefused } from '../../builders/updates/refused.ts';
import { saying as announcing } from '../../builders/updates/up-to-date.ts';

/** The manifest that a repository has now, and what it says of its first file. */
function manifestIn(repository: RawRepository) {
  const target = Object.values(repository.targets)[0] as unknown as {
    length: number;
    hashes: { sha256: string };
    custom: { unpacked: number };
  };
  const place = `targets/bieb/${target.hashes.sha256}.klein.stable.json.gz`;
  return { target, file: join(repository.folder, place), place };
}

/** Where the content of a file of version 2 lies. */
function contentFile({ folder }: RawRepository, path: string): string {
  const sha256 = createHash('sha256')
    .update(String(packOf(2)[path]))
    .digest('hex');
  return join(folder, blobPlace(sha256));
}

describe('a content', () => {
  test.each<[string, (bytes: Buffer) => Buffer, string]>([
    [
      'of which a byte is another',
      (bytes) => Buffer.concat([Buffer.from('x'), bytes.subarray(1)]),
      'untrusted',
    ],
    ['that is cut off', (bytes) => bytes.subarray(0, -1), 'cut'],
    ['that is empty', () => Buffer.alloc(0), 'cut'],
    ['that is longer', (bytes) => Buffer.concat([bytes, Buffer.from('x')]), 'too-large'],
  ])('%s is refused', async (_, spoil, fault) => {
    const repository = aRawRepository(2);
    const kiosk = aKiosk(repository.bundledRoot);
    const file = contentFile(repository, 'pack.yaml');
    const good = readFileSync(file);
    writeFileSync(file, spoil(good));
    await expectRefused(kiosk, repository, fault);
    writeFileSync(file, good);
    expect(await kiosk.update(repository)).toBe('ready');
  });
});

describe.each([
  ['', undefined],
  [', by threads', 0],
])('over a network%s', (_name, threadsFrom) => {
  const FAST = { quietMs: 300, leastBytesPerSecond: 1_000_000 };

  test.each<[string, Behaviour, string]>([
    [
      'a page with status 200 in place of a content',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welkom bij ons netwerk</html>');
        return true;
      },
      'sign-in-page',
    ],
    [
      'a redirect',
      (_, response) => {
        response.writeHead(302, { location: 'http://login.example/' }).end();
        return true;
      },
      'sign-in-page',
    ],
    ['an answer that never comes', () => true, 'slow'],
    [
      'an answer that breaks off at once',
      (_, response) => {
        response.destroy();
        return true;
      },
      'cut',
    ],
    [
      'an error of the server',
      (_, response) => {
        response.writeHead(500).end();
        return true;
      },
      'unreachable',
    ],
  ])('%s installs nothing', async (_, behave, fault) => {
    const repository = aRawRepository(2);
    const kiosk = aKiosk(repository.bundledRoot);
    const server = await aServer(repository.folder, (request, response) =>
      String(request.url).startsWith('/blobs/') ? behave(request, response) : false,
    );
    const before = contentOf(kiosk);
    expect(await kiosk.update(httpSource(server.address, FAST), { threadsFrom })).toBe(fault);
    expect(contentOf(kiosk)).toEqual(before);
  });

  test.each<[string, (bytes: Buffer, response: ServerResponse) => void, string]>([
    ['is another of the same length', (bytes, response) => response.end(bytes.fill('x')), 'untrusted'],
    [
      'is cut off, again and again',
      (bytes, response) => {
        response.setHeader('content-length', bytes.length);
        response.write(bytes.subarray(0, -1), () => response.destroy());
      },
      'cut',
    ],
    ['is shorter, and says so', (bytes, response) => response.end(bytes.subarray(1)), 'cut'],
    ['is longer, and says so', (bytes, response) => response.end(Buffer.concat([bytes, bytes])), 'too-large'],
    [
      'goes on after its end',
      (bytes, response) => {
        const more = () => void response.write(bytes, (error) => (error == null ? more() : undefined));
        more();
      },
      'too-large',
    ],
    [
      'comes a byte now and then',
      (bytes, response) => {
        response.setHeader('content-length', bytes.length);
        const drip = setInterval(() => response.write('x'), 20);
        response.once('close', () => clearInterval(drip));
      },
      'slow',
    ],
  ])('a content that %s installs nothing, and gets no name', async (_, answer, fault) => {
    // Large enough that it has not come before whoever waits has had enough.
    const large = { 'parameters.yaml': `${packOf(2)['parameters.yaml']}${'# lang\n'.repeat(20_000)}` };
    const repository = aRawRepository();
    repository.publish(2, packOf(2, large));
    const kiosk = aKiosk(repository.bundledRoot);
    const server = await aServer(repository.folder, ({ url = '' }, response) => {
      const bytes = url.startsWith('/blobs/') ? readFileSync(join(repository.folder, url)) : Buffer.alloc(0);
      if (bytes.length < 100_000) return false;
      answer(bytes, response);
      return true;
    });
    const before = contentOf(kiosk);
    const source = httpSource(server.address, fault === 'slow' ? FAST : undefined);
    expect(await kiosk.update(source, { threadsFrom })).toBe(fault);
    expect(contentOf(kiosk)).toEqual(before);
    const named = join(kiosk.dataDir, 'blobs/sha256');
    for (const entry of readdirSync(named, { recursive: true, withFileTypes: true }))
      if (entry.isFile())
        expect(digestOf(readFileSync(join(entry.parentPath, entry.name))).sha256).toBe(entry.name);
  });

  test('a content whose beginning breaks off and whose rest is another is not fetched without end', async () => {
    const repository = aRawRepository(2);
    const kiosk = aKiosk(repository.bundledRoot);
    let asked = 0;
    const place = relative(repository.folder, contentFile(repository, 'pack.yaml'));
    const server = await aServer(repository.folder, ({ url, headers: { range } }, response) => {
      if (url !== `/${place}`) return false;
      // Or a kiosk without the guard would go on for ever.
      if (++asked > 20) {
        response.writeHead(404).end();
        return true;
      }
      const bytes = readFileSync(join(repository.folder, place));
      const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
      response.setHeader('content-length', bytes.length - from);
      if (from === 0) response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
      else {
        response.writeHead(206, { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` });
        response.end(Buffer.alloc(bytes.length - from, 'x'));
      }
      return true;
    });
    expect(await kiosk.update(httpSource(server.address), { threadsFrom })).toBe('untrusted');
    // What a thread left may have been the damaged half: that is begun anew, once.
    expect(asked).toBeLessThanOrEqual(threadsFrom === undefined ? 2 : 4);
  });

  test('a sign-in page without a type in place of metadata is named', async () => {
    const repository = aRawRepository(2);
    const server = await aServer(repository.folder, (request, response) => {
      if (!String(request.url).endsWith('timestamp.json')) return false;
      response.end('\n <!doctype html><p>Welkom');
      return true;
    });
    expect(await aKiosk(repository.bundledRoot).update(httpSource(server.address), { threadsFrom })).toBe(
      'sign-in-page',
    );
  });

  test('what breaks off goes on where it stopped, and only that is fetched', async () => {
    const repository = aRawRepository();
    const large = packOf(2, {
      'parameters.yaml': `${packOf(2)['parameters.yaml']}${'# lang\n'.repeat(20_000)}`,
    });
    repository.publish(2, large);
    let cuts = 0;
    const server = await aServer(repository.folder, (request, response) => {
      if (!String(request.url).startsWith('/blobs/') || request.headers.range !== undefined || cuts > 0)
        return false;
      const bytes = readFileSync(join(repository.folder, String(request.url).slice(1)));
      if (bytes.length < 100_000) return false;
      cuts++;
      response.setHeader('content-length', bytes.length);
      response.write(bytes.subarray(0, 50_000), () => response.destroy());
      return true;
    });
    expect(await aKiosk(repository.bundledRoot).update(httpSource(server.address), { threadsFrom })).toBe(
      'ready',
    );
    expect(cuts).toBe(1);
    expect(server.asked.filter((asked) => asked.includes('bytes='))).toHaveLength(1);
  });

  test('an update fetches only the contents that changed', async () => {
    const repository = aRawRepository(2);
    const server = await aServer(repository.folder);
    const kiosk = aKiosk(repository.bundledRoot);
    await kiosk.update(httpSource(server.address), { threadsFrom });
    server.asked.length = 0;
    repository.publish(3);
    expect(await kiosk.update(httpSource(server.address), { threadsFrom })).toBe('ready');
    expect(server.asked.filter((asked) => asked.startsWith('blobs/'))).toHaveLength(2);
  });
});

describe('a manifest', () => {
  test.each<[string, (repository: RawRepository) => void, string]>([
    [
      'that is another file',
      (r) => writeFileSync(manifestIn(r).file, readFileSync(manifestIn(r).file).fill(7, 20, 30)),
      'untrusted',
    ],
    [
      'that is packed otherwise, and says the same',
      (r) => {
        const bytes = readFileSync(manifestIn(r).file);
        bytes[9] = 255; // Which system packed it: nobody looks at that.
        writeFileSync(manifestIn(r).file, bytes);
      },
      'untrusted',
    ],
    [
      'that is cut off',
      (r) => writeFileSync(manifestIn(r).file, readFileSync(manifestIn(r).file).subarray(0, -9)),
      'cut',
    ],
    [
      'that is longer than signed',
      (r) =>
        writeFileSync(
          manifestIn(r).file,
          Buffer.concat([readFileSync(manifestIn(r).file), Buffer.from('x')]),
        ),
      'untrusted',
    ],
  ])('%s is refused', async (_, spoil, fault) => {
    const repository = aRawRepository(2);
    spoil(repository);
    await expectRefused(aKiosk(repository.bundledRoot), repository, fault);
  });

  /** A repository whose manifest is rightly signed, and says this. */
  function saying(change: (manifest: { [name: string]: Json }) => void, files = packOf(2)): RawRepository {
    const repository = aRawRepository();
    repository.addPack(2, files, STABLE, change);
    repository.signLibrary();
    repository.announce();
    return repository;
  }

  test('that unpacks to more than was signed is not unpacked, though it would be good', async () => {
    const repository = aRawRepository();
    let text = '';
    repository.addPack(2, packOf(2), STABLE, (manifest) => {
      text = JSON.stringify(manifest);
    });
    repository.addTarget(gzipSync(text + ' '.repeat(50_000_000)), text.length);
    repository.signLibrary();
    repository.announce();
    await expectRefused(aKiosk(repository.bundledRoot), repository, 'untrusted');
  });

  const DEEP = '['.repeat(200_000) + ']'.repeat(200_000);

  test.each<[string, Buffer, reason: string]>([
    ['that is not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'it is not UTF-8'],
    ['of lists 200,000 deep', Buffer.from(DEEP), 'it is nested too deep'],
  ])('%s is refused though it is signed, and for that', async (_, bytes, reason) => {
    const repository = aRawRepository();
    repository.addTarget(gzipSync(bytes), bytes.length);
    repository.signLibrary();
    repository.announce();
    const kiosk = aKiosk(repository.bundledRoot);
    await expectRefused(kiosk, repository, 'untrusted');
    // Such data is no manifest either: only the reason says that it was not looked at.
    expect(readUpdateStatus(kiosk.db).failure?.message).toContain(reason);
  });

  test.each<[string, string, reason: string]>([
    ['leads upwards', '../../../etc/passwd', 'use letters, digits'],
    ['is absolute', '/etc/passwd', 'use letters, digits'],
    ['has 400 characters', `${'a'.repeat(396)}.yml`, 'use at most 200 characters'],
    ['is __proto__', '__proto__', 'use letters, digits'],
    ['is constructor', 'constructor', 'means something else to a computer'],
    ['has a backslash', 'flows\\x.yaml', 'use letters, digits'],
  ])('with a path that %s is refused, and for that', async (_, path, reason) => {
    const repository = saying((manifest) => {
      const [first, ...rest] = manifest['files'] as { [name: string]: Json }[];
      // Sorted, or it would be refused for the order.
      const names = (file: { [name: string]: Json } | undefined) => String(file?.['path']);
      manifest['files'] = [{ ...first, path }, ...rest].sort((one, other) =>
        names(one) < names(other) ? -1 : 1,
      );
    });
    const kiosk = aKiosk(repository.bundledRoot);
    await expectRefused(kiosk, repository, 'untrusted');
    expect(readUpdateStatus(kiosk.db).failure?.message).toContain(reason);
  });

  test.each<[string, (manifest: { [name: string]: Json }) => void]>([
    [
      'of another pack',
      (manifest) => {
        manifest['pack'] = 'ander';
      },
    ],
    [
      'of another library',
      (manifest) => {
        manifest['library'] = 'ander';
      },
    ],
    [
      'of another format',
      (manifest) => {
        manifest['format'] = 2;
      },
    ],
    [
      'with a field that nobody knows',
      (manifest) => {
        manifest['run'] = 'x';
      },
    ],
  ])('%s is refused', async (_, change) => {
    const repository = saying(change);
    await expectRefused(aKiosk(repository.bundledRoot), repository, 'untrusted');
  });

  test('whose version is not that of the pack is refused', async () => {
    const repository = saying((manifest) => {
      manifest['version'] = 7;
    });
    await expectRefused(aKiosk(repository.bundledRoot), repository, 'pack-broken');
  });

  test('of a pack with errors is refused, and what is shown stays', async () => {
    const repository = aRawRepository();
    repository.publish(2, packOf(2, { 'topics.yaml': 'no: list' }));
    await expectRefused(aKiosk(repository.bundledRoot), repository, 'pack-broken');
  });

  test('with 20,000 files is read, and one with more is refused', async () => {
    const read = async (count: number) => {
      const repository = aRawRepository();
      repository.addPack(2, packOf(2), STABLE, (manifest) => {
        const [one] = manifest['files'] as unknown as Manifest['files'];
        manifest['files'] = Array.from({ length: count }, (_, index) => ({
          ...(one as { [name: string]: Json }),
          path: `media/${String(index).padStart(6, '0')}.png`,
        }));
      });
      return readManifest(await folderSource(repository.folder), STABLE, manifestIn(repository).target);
    };
    expect((await read(20_000)).files).toHaveLength(20_000);
    await expect(read(20_001)).rejects.toThrow('at most 20000 files');
  });
});

describe('a name that is no name of a pack', () => {
  test.each(['constructor', '__proto__', '../klein', ''])('%j is not looked up', async (pack) => {
    const repository = aRawRepository(2);
    const stick = await folderSource(repository.folder);
    const asked: string[] = [];
    const source: Source = {
      address: stick.address,
      open: (place, wanted) => {
        asked.push(place);
        return stick.open(place, wanted);
      },
    };
    const outcome = await aKiosk(repository.bundledRoot).prepare(source, { follow: { ...STABLE, pack } });
    expect(outcome).toEqual({ kind: 'not-published' });
    expect(asked).not.toContain('metadata/1.bieb.json');
  });

  test('in the list of a library makes the list untrusted', async () => {
    const repository = aRawRepository(2);
    repository.signLibrary((body) => {
      const [target] = Object.values(repository.targets);
      body['targets'] = { ...repository.targets, constructor: target ?? null };
    });
    repository.announce();
    await expectRefused(aKiosk(repository.bundledRoot), repository, 'untrusted');
  });
});

test('a library cannot replace the pack of another one', async () => {
  const repository = aRawRepository();
  const key = aKey();
  repository.signTargets((body) => {
    const { keys, roles } = body['delegations'] as { keys: object; roles: { [name: string]: Json }[] };
    const other = { ...roles[0], name: 'ander', keyids: [key.id], paths: ['ander/*'] };
    body['delegations'] = { keys: { ...keys, [key.id]: key.public }, roles: [...roles, other] } as Json;
  });
  const list = { _type: 'targets', spec_version: '1.0.31', version: 1, expires: inDays(365), targets: {} };
  repository.sign('1.ander', list, [key]);
  repository.addPack(2, packOf(2), { ...STABLE, library: 'ander' });
  repository.signLibrary();
  repository.signSnapshot(announcing('ander.json', { version: 1 }));
  repository.signTimestamp();
  const asked: string[] = [];
  const folder = await folderSource(repository.folder);
  const source: Source = {
    ...folder,
    open: (place, wanted) => {
      asked.push(place);
      return folder.open(place, wanted);
    },
  };
  const kiosk = aKiosk(repository.bundledRoot);
  const outcome = await kiosk.prepare(source, { follow: { ...STABLE, library: 'ander' } });
  expect(outcome).toEqual({ kind: 'not-published' });
  // Its own list was looked at, and that of the other library was not asked for its packs.
  expect(asked).toContain('metadata/1.ander.json');
  expect(asked.some((place) => place.startsWith('targets/'))).toBe(false);
});
