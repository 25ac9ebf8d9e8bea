// A repository behind a real nginx, with the configuration that docs/nginx.conf gives to operators.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { publishCommand } from '../../../cli/pack/publish-command.ts';
import { verifyCommand } from '../../../cli/repository/verify-command.ts';
import { blobPlace, TIMESTAMP_PLACE } from '../../../core/contract/repository/places.ts';
import { openFolder } from '../../../trust/repository/open-folder.ts';
import { openUrl } from '../../../trust/repository/open-url.ts';
import {
  bringContents,
  type Plan,
  planPublishing,
  publishManifest,
} from '../../../trust/repository/publish.ts';
import { type Repository, readRepository } from '../../../trust/repository/read-repository.ts';
import { verify } from '../../../trust/repository/verify.ts';
import { aLibrary } from '../../builders/a-library.ts';
import { type ARepository, aRepository, manifestOf } from '../../builders/a-repository.ts';
import { type OwnNginx, startOwnNginx } from '../../builders/own-nginx.ts';
import { packFolder } from '../../builders/pack-folder.ts';
import { runLongCommand } from '../../builders/run-balie.ts';
import { TODAY } from '../../builders/today.ts';

const FOREVER = 'public, max-age=31536000, immutable';
/** Large enough that they do not all arrive at once. */
const FILES = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [`f${index + 10}`, `${index} `.repeat(20_000)]),
);
const OF = { library: 'bieb', pack: 'pakket', version: 1 };

let repository: ARepository;
let nginx: OwnNginx;

beforeEach(async () => {
  repository = await aRepository();
  nginx = await startOwnNginx(repository.folder);
  onTestFinished(() => nginx.remove());
});

const get = (place: string, init?: RequestInit) => fetch(`${nginx.url}/${place}`, init);
const put = (place: string, body: string, authorization = nginx.authorization) =>
  fetch(`${nginx.upload}/${place}`, { method: 'PUT', body, headers: { authorization } });
const uploads = () => openUrl(nginx.upload, nginx.authorization);
const planned = async (): Promise<{ state: Repository; plan: Plan }> => {
  const state = await readRepository(uploads());
  return { state, plan: await planPublishing(state, repository.publisher, manifestOf(FILES, OF), 'stable') };
};
const bring = ({ state, plan }: { state: Repository; plan: Plan }) =>
  bringContents(state, plan, async (path) => Buffer.from(FILES[path] ?? ''));

describe('a repository behind nginx', () => {
  it('is published into over the network, announced on the server, and good for whoever reads it', async () => {
    const { state, plan } = await planned();
    expect(await bring({ state, plan })).toMatchObject({ contents: 40 });
    await publishManifest(state, repository.publisher, plan, 'stable', new Date());
    expect(await repository.refresh()).toMatchObject({ news: ['bieb 2'], problems: [] });
    expect(await verify(openUrl(nginx.url), new Date(), repository.root)).toMatchObject({
      packs: [{ path: 'bieb/pakket.stable.json.gz', version: 1 }],
      contents: 40,
      problems: [],
    });
  });

  it('is published into by the command, with the header that the server wants', async () => {
    const library = await aLibrary();
    const own = await startOwnNginx(library.repository);
    onTestFinished(() => own.remove());
    const publish = () =>
      runLongCommand(
        publishCommand,
        packFolder(),
        ...['--repository', own.upload, '--root', library.root, '--today', TODAY, ...library.keyArguments],
      );
    await expect(publish()).rejects.toThrow('The server says 401');
    vi.stubEnv('BALIE_PUBLISH_AUTHORIZATION', own.authorization);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await publish()).toMatchObject({ status: 0 });
    const { out } = await runLongCommand(verifyCommand, own.url);
    expect(out).toMatch(/^warning: bieb 2 is there and not announced\. Run a refresh\.$/m);
  });

  it('is not good when a content there has other bytes of the same length, and that is named', async () => {
    await repository.publish(1, { a: 'hello world' });
    await repository.refresh();
    expect(await runLongCommand(verifyCommand, nginx.url)).toMatchObject({ status: 0 });
    const place = blobPlace(manifestOf({ a: 'hello world' }, OF).files[0]?.sha256 ?? '');
    writeFileSync(join(repository.folder, place), 'hello worle');
    const { status, out } = await runLongCommand(verifyCommand, nginx.url);
    expect(status).toBe(1);
    expect(out).toContain(`error: bieb: ${place} (a of bieb/pakket.stable.json.gz) is missing or damaged.`);
  });

  it('goes on where it was after a cut: what arrived is not sent again, what was cut is', async () => {
    const work = await planned();
    let sent = 0;
    const cut = bringContents(work.state, work.plan, async (path) => {
      sent += 1;
      if (sent === 15) await nginx.kill();
      return Buffer.from(FILES[path] ?? '');
    });
    await expect(cut).rejects.toThrow('Run the same command again, it goes on where it was.');
    const arrived = () =>
      readdirSync(join(repository.folder, 'blobs'), { recursive: true, withFileTypes: true }).filter(
        (entry) => entry.isFile(),
      ).length;
    const there = arrived();
    expect(there).toBeGreaterThan(0);
    expect(there).toBeLessThan(40);
    await nginx.start();
    const again = await planned();
    expect((await bring(again)).contents).toBe(40 - there);
    // Cut once more, after the manifest: it is there already, and that is no obstacle.
    await publishManifest(again.state, repository.publisher, again.plan, 'stable', new Date());
    await publishManifest(again.state, repository.publisher, again.plan, 'stable', new Date());
    expect((await repository.refresh()).problems).toEqual([]);
    expect((await verify(openFolder(repository.folder), new Date())).problems).toEqual([]);
  });

  it('lets caches keep everything for ever but the timestamp', async () => {
    await repository.publish(1, { a: 'text' });
    await repository.refresh();
    const places = readdirSync(repository.folder, { recursive: true, encoding: 'utf8' }).filter((place) =>
      statSync(join(repository.folder, place)).isFile(),
    );
    expect(places.length).toBeGreaterThan(8);
    for (const place of places) {
      const response = await get(place);
      expect(response.status, place).toBe(200);
      expect(response.headers.get('cache-control'), place).toBe(
        place === TIMESTAMP_PLACE ? 'no-store' : FOREVER,
      );
      expect(response.headers.get('content-encoding'), place).toBeNull();
      expect(
        Buffer.from(await response.arrayBuffer()).equals(readFileSync(join(repository.folder, place))),
      ).toBe(true);
    }
    for (const absent of ['metadata/9.root.json', 'blobs/sha256/ab/ab', 'metadata/']) {
      const response = await get(absent);
      expect([403, 404]).toContain(response.status);
      expect(response.headers.get('cache-control'), absent).toBeNull();
    }
  });

  it('sends the rest of a content that was cut', async () => {
    await repository.publish(1, { a: '0123456789' });
    const place = blobPlace(manifestOf({ a: '0123456789' }, OF).files[0]?.sha256 ?? '');
    const response = await get(place, { headers: { range: 'bytes=4-' } });
    expect(response.status).toBe(206);
    expect(await response.text()).toBe('456789');
  });

  it.each([
    ['the timestamp', 'metadata/timestamp.json', 409],
    ['the list of libraries', 'metadata/2.targets.json', 403],
    ['a root', 'metadata/2.root.json', 403],
    ['a root under its name in code', 'metadata/%32.root.json?x', 403],
    ['a root by a detour', 'blobs/../metadata/2.root.json', 403],
    ['a snapshot', 'metadata/2.snapshot.json', 403],
    ['what is there', 'metadata/1.bieb.json', 409],
    ['the lock of the commands of the server', '.lock', 403],
    ['a name that no repository has', 'blobs/sha256/ab/page.html', 403],
  ])('does not let a library write %s', async (_what, place, status) => {
    const before = readdirSync(join(repository.folder, 'metadata')).map((name) => [
      name,
      readFileSync(join(repository.folder, 'metadata', name), 'utf8'),
    ]);
    expect((await put(place, 'mine')).status).toBe(status);
    expect(
      readdirSync(join(repository.folder, 'metadata')).map((name) => [
        name,
        readFileSync(join(repository.folder, 'metadata', name), 'utf8'),
      ]),
    ).toEqual(before);
  });

  it('lets nobody write who is no library, and says what to do', async () => {
    expect((await put('blobs/sha256/ab/ab', 'x', 'Basic eDp4')).status).toBe(401);
    expect((await fetch(`${nginx.url}/blobs/x`, { method: 'PUT', body: 'x' })).status).toBe(405);
    await expect(openUrl(nginx.upload).write('blobs/sha256/ab/ab', Buffer.from('x'))).rejects.toThrow(
      'the server says 401 Unauthorized. Set BALIE_PUBLISH_AUTHORIZATION',
    );
  });

  it('leads nowhere else', async () => {
    for (const path of ['/upload/..%2f..%2fx', '/upload../x', '/blobs/..%2f..%2fx'])
      expect(
        (
          await fetch(nginx.url + path, {
            method: 'PUT',
            body: 'x',
            headers: { authorization: nginx.authorization },
          })
        ).ok,
        path,
      ).toBe(false);
    expect(readdirSync(join(repository.folder, '..')).sort()).toEqual([
      'repository',
      'repository.htpasswd',
      'repository.uploads',
    ]);
  });
});
