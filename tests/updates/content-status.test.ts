import { describe, expect, it, test } from 'vitest';
import { installPack } from '../../db/content/install-pack.ts';
import { type PackTurn, writePackTurn } from '../../db/content/updates/pack-turns.ts';
import { rollBackPack } from '../../db/content/updates/show-pack.ts';
import { contentStatus } from '../../updates/content-status.ts';
import { packFiles } from '../builders/pack-files.ts';
import { aPackToInstall } from '../builders/pack-to-install.ts';
import { TODAY } from '../builders/today.ts';
import { aKiosk, type TestKiosk } from '../builders/updates/a-kiosk.ts';
import { picturedPack, pictureOf } from '../builders/updates/pictured-pack.ts';
import { aRawRepository, inDays, NOW, packOf } from '../builders/updates/raw-repository.ts';
import { upToDate } from '../builders/updates/up-to-date.ts';

const DAY = 86_400_000;

function statusOf(kiosk: TestKiosk, { now = NOW, today = TODAY } = {}) {
  const shownSince = (_: string, version: number) => (version === 1 ? inDays(-9) : undefined);
  const [pack, ...more] = contentStatus(kiosk.db, { now, today, shownSince, factory: new Set(['klein']) });
  expect(more).toEqual([]);
  if (pack === undefined) throw new Error('There is no pack.');
  return pack;
}

test('a kiosk with factory content shows it, and has nothing before and nothing ready', () => {
  const kiosk = aKiosk(aRawRepository(1).bundledRoot);
  expect(statusOf(kiosk)).toEqual({
    ...{ id: 'klein', title: 'Klein', before: null, ready: null, heldAt: null, floor: 1, factory: true },
    shown: { version: 1, origin: 'folder', publishedAt: null, shownSince: inDays(-9) },
    ...{ expires: null, expired: false, heardUntil: null, unheard: false, pages: 2, overdue: 0, hidden: [] },
  });
});

test('pages whose review day has passed are counted', () => {
  const kiosk = aKiosk(aRawRepository(1).bundledRoot);
  expect(statusOf(kiosk, { today: '2031-01-01' })).toMatchObject({ pages: 2, overdue: 2 });
});

test('pages that another pack of the kiosk hides are named, with the pack that has them too', () => {
  const kiosk = aKiosk(aRawRepository(1).bundledRoot);
  installPack(kiosk.db, aPackToInstall({ id: 'ander' }));
  const context = { now: NOW, today: TODAY, shownSince: () => undefined, factory: new Set<string>() };
  const hidden = contentStatus(kiosk.db, context).map((pack) => [pack.id, pack.hidden]);
  expect(hidden).toEqual([
    ['ander', []],
    ['klein', ['huur-uitleg', 'huur'].map((id) => ({ id, shown: 'ander' }))],
  ]);
});

describe('what lies ready', () => {
  it('says which pages it changes, adds and takes away, before anybody sees it', async () => {
    const repository = aRawRepository();
    const files = packOf(2);
    repository.publish(2, files);
    const kiosk = aKiosk(repository.bundledRoot);
    await kiosk.prepare(repository);
    const { ready, shown } = statusOf(kiosk);
    expect(shown?.version).toBe(1);
    expect(ready).toMatchObject({ version: 2, origin: 'repository', publishedAt: inDays(0), files: null });
    expect(ready?.changed.map(({ titles }) => titles['nl']?.title)).toEqual(['Versie 2']);
    expect([ready?.added, ready?.removed]).toEqual([[], []]);
    expect(ready?.bytes).toBe(Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0));
  });

  it('says that amounts, numbers, shared words, topics and pictures change, also where no page does', async () => {
    const repository = aRawRepository();
    const kiosk = aKiosk(repository.bundledRoot);
    repository.publish(2, picturedPack(2));
    await kiosk.update(repository);
    const files = picturedPack(2);
    const change = (path: string, from: RegExp, to: string) => ({
      [path]: String(files[path]).replace(from, to),
    });
    const next = (version: number, changed: object) => ({
      ...files,
      ...change('pack.yaml', /^version: .*$/m, `version: ${version}`),
      ...changed,
    });
    repository.publish(3, next(3, { ...change('parameters.yaml', /value: \d+/, 'value: 999') }));
    await kiosk.prepare(repository);
    expect(statusOf(kiosk).ready).toMatchObject({ version: 3, changed: [], shared: ['amounts'] });
    repository.publish(
      4,
      next(4, {
        ...change('contacts.yaml', /picture: hand/, 'picture: phone'),
        ...change('words.nl.yaml', /title: .*/, 'title: Een andere naam'),
        ...change('topics.yaml', /picture: .*/, 'picture: landmark'),
        'media/huis.png': pictureOf(9),
      }),
    );
    await kiosk.prepare(repository);
    expect(statusOf(kiosk).ready).toMatchObject({
      ...{ version: 4, changed: [], shared: ['contacts', 'words', 'topics', 'pictures'] },
    });
  });

  it('counts files and bytes against a version that was signed as well', async () => {
    const repository = aRawRepository(2);
    const kiosk = aKiosk(repository.bundledRoot);
    await kiosk.update(repository);
    const { 'articles/huur-uitleg/article.yaml': about, 'articles/huur-uitleg/nl.md': text } = packFiles();
    const next = packOf(3, {
      'articles/huur-nieuw/article.yaml': String(about).replace('huur-uitleg', 'huur-nieuw'),
      'articles/huur-nieuw/nl.md': String(text).replace('Geld voor', 'Nieuw geld voor'),
    });
    repository.publish(3, next);
    await kiosk.prepare(repository);
    const { ready } = statusOf(kiosk);
    expect(ready?.files).toEqual({ added: 2, changed: 2, removed: 0 });
    expect(ready?.added).toMatchObject([{ kind: 'article', id: 'huur-nieuw' }]);
    expect(ready?.bytes).toBeGreaterThan(0);
    // Back again, the page goes.
    await kiosk.update(repository);
    repository.publish(4);
    await kiosk.prepare(repository);
    expect(statusOf(kiosk).ready?.removed).toMatchObject([{ kind: 'article', id: 'huur-nieuw' }]);
  });
});

test.each<[PackTurn['turn'] | undefined, object]>([
  [undefined, { turn: 'idle', latest: null }],
  ['idle', { turn: 'idle', latest: null }],
  ['closed', { turn: 'closed', latest: inDays(5) }],
  ['never', { turn: 'never', latest: null }],
])('what lies ready says when it comes by itself: %s', async (turn, told) => {
  const { repository, kiosk } = await upToDate();
  repository.publish(3);
  await kiosk.prepare(repository);
  if (turn !== undefined)
    writePackTurn(kiosk.db, { pack_id: 'klein', version: 3, turn, latest: inDays(5), schedules: [] });
  expect(statusOf(kiosk).ready).toMatchObject({ version: 3, ...told });
});

test('a version that is brought back is held, and the one it came from is before it', async () => {
  const repository = aRawRepository(2);
  const kiosk = aKiosk(repository.bundledRoot);
  await kiosk.update(repository);
  rollBackPack(kiosk.db, 'klein', NOW);
  expect(statusOf(kiosk)).toMatchObject({
    shown: { version: 1 },
    before: { version: 2, origin: 'repository', publishedAt: inDays(0) },
    heldAt: new Date(NOW).toISOString(),
    floor: 2,
  });
});

describe('the signatures', () => {
  const inTime = (days: number) => new Date(NOW + days * DAY).toISOString();

  it('of the publisher hold until the first of them ends, and what has expired stays in use and says so', async () => {
    const repository = aRawRepository(2);
    const kiosk = aKiosk(repository.bundledRoot);
    await kiosk.update(repository);
    expect(statusOf(kiosk)).toMatchObject({ expires: inTime(365), expired: false, shown: { version: 2 } });
    expect(statusOf(kiosk, { now: NOW + 366 * DAY })).toMatchObject({ expired: true, shown: { version: 2 } });
  });

  it('of the server run out where nothing was heard for a month, which is no fault of the publisher', async () => {
    const { kiosk } = await upToDate();
    expect(statusOf(kiosk)).toMatchObject({ heardUntil: inTime(30), unheard: false });
    expect(statusOf(kiosk, { now: NOW + 31 * DAY })).toMatchObject({ unheard: true, expired: false });
  });

  it('have not come back to life for a clock that went back', async () => {
    const repository = aRawRepository(2);
    const kiosk = aKiosk(repository.bundledRoot);
    await kiosk.update(repository);
    kiosk.db.prepare('UPDATE trusted_time SET at = ?').run(NOW + 366 * DAY);
    expect(statusOf(kiosk, { now: NOW - 400 * DAY }).expired).toBe(true);
  });
});

describe('what rotted on the disk', () => {
  async function aRottenKiosk(rot: string) {
    const repository = aRawRepository(2);
    const kiosk = aKiosk(repository.bundledRoot);
    await kiosk.update(repository);
    const whole = statusOf(kiosk);
    kiosk.db.pragma('ignore_check_constraints = ON');
    expect(kiosk.db.prepare(rot).run().changes).toBe(1);
    return { repository, kiosk, whole };
  }

  it.each(['timestamp', 'snapshot', 'targets', 'bieb', 'root'])(
    'of what is trusted leaves all else to be seen (%s.json), and comes again with the next look',
    async (role) => {
      const { repository, kiosk, whole } = await aRottenKiosk(
        `UPDATE trusted_metadata SET body = CAST(replace(CAST(body AS TEXT), '"expires":', '"expires"z') AS BLOB) WHERE name = '${role}.json'`,
      );
      const { expires: _, heardUntil: __, ...rest } = whole;
      expect(statusOf(kiosk)).toMatchObject(rest);
      expect(await kiosk.update(repository)).toBe('current');
      expect(statusOf(kiosk)).toEqual(whole);
    },
  );

  it('of a manifest leaves all else to be seen, and the next version comes', async () => {
    const { repository, kiosk, whole } = await aRottenKiosk(
      'UPDATE pack_manifests SET body = replace(body, \'"version":\', \'"version"z\')',
    );
    expect(statusOf(kiosk)).toMatchObject({ id: 'klein', floor: whole.floor, shown: { version: 2 } });
    repository.publish(3);
    expect(await kiosk.update(repository)).toBe('ready');
    expect(statusOf(kiosk)).toMatchObject({ shown: { version: 3 }, expires: whole.expires });
  });
});
