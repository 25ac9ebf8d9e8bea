import { rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { mediaAddress } from '../../../core/domain/media-address.ts';
import { contentOf, openBlobStore } from '../../../db/blobs/blob-store.ts';
import { installPack } from '../../../db/content/install-pack.ts';
import { articlePage } from '../../../db/content/pages.ts';
import {
  activeDigests,
  hasContent,
  listEntries,
  listTopics,
  readArticle,
  readEntry,
  readFlow,
  readMedia,
  readShared,
} from '../../../db/content/read-content.ts';
import { DamagedStoreError } from '../../../db/store-fault.ts';
import { aStore } from '../../builders/a-store.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';
import { TODAY } from '../../builders/today.ts';

function aFilledStore() {
  const db = aStore('content');
  const installed = aPackToInstall({ version: 2, title: 'Huur' });
  installPack(db, aPackToInstall({ version: 1, title: 'Oud' }));
  installPack(db, installed);
  return { db, installed };
}

test('what was put in comes out, of the version that is shown', () => {
  const { db, installed } = aFilledStore();
  const { about, words, parameters, contacts, topics, flows, articles } = installed.pack;
  expect(readShared(db)).toEqual({ about, words, parameters, contacts });
  expect(listTopics(db)).toEqual(topics);
  expect(readFlow(db, 'huur')).toEqual({ ...flows[0], cases: [] });
  expect(readArticle(db, 'huur-uitleg')).toEqual(articles[0]);
  expect(readMedia(db, 'media/klein/huis.png')).toEqual({ type: 'image/png', bytes: Buffer.of(1, 2, 3) });
  expect([hasContent(db), [...activeDigests(db)]]).toEqual([true, [installed.digest]]);
});

test('a list has names and no bodies', () => {
  const { db } = aFilledStore();
  expect(listEntries(db, 'flows', 'geld')).toEqual([
    {
      id: 'huur',
      topic: 'geld',
      picture: 'house',
      review_by: '2027-06-01',
      titles: { nl: { title: 'Huur', summary: 'Krijg ik geld voor de huur?' } },
    },
  ]);
  expect(readEntry(db, 'articles', 'huur-uitleg')?.titles).toEqual({ nl: { title: 'Geld voor de huur' } });
});

test('topics keep the order of their file, and entries go by their Dutch title', () => {
  const db = aStore('content');
  const installed = aPackToInstall();
  const [topic] = installed.pack.topics;
  const [flow] = installed.pack.flows;
  const flowCalled = (id: string, title: string) => ({
    ...flow,
    flow: { ...flow?.flow, id },
    words: { nl: { ...flow?.words['nl'], title } },
  });
  const pack = {
    ...installed.pack,
    topics: ['zorg', 'geld', 'werk'].map((id) => ({ ...topic, id })),
    flows: [flowCalled('a', 'Zorg'), flowCalled('b', 'eten'), flowCalled('c', 'Één huis')],
  };
  installPack(db, { ...installed, pack: pack as never });
  expect(listTopics(db).map(({ id }) => id)).toEqual(['zorg', 'geld', 'werk']);
  expect(listEntries(db, 'flows', 'geld').map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});

test('of two packs all is there, and a page goes by what its own pack says and shows its own picture', () => {
  const { db, installed } = aFilledStore();
  const { pack, digest, media } = aPackToInstall({
    ...{ id: 'anders', title: 'Anders' },
    picture: Uint8Array.of(9, 9),
  });
  const { contacts, words, topics } = pack;
  const [[id = '', contact] = []] = Object.entries(contacts);
  const balie = { ...contact, picture: 'phone' };
  const nl = { ...words['nl'], topics: { ...words['nl']?.topics, werk: { name: 'Werk', hint: 'Een baan' } } };
  const other = {
    ...pack,
    about: { ...pack.about, languages: ['nl', 'en'], fictional: true },
    contacts: { [id]: balie, bieb: balie },
    words: { nl },
    topics: [...topics, { ...topics[0], id: 'werk' }],
    flows: [],
    articles: pack.articles.map(({ article, texts }) => ({ article: { ...article, id: 'anders' }, texts })),
  };
  installPack(db, { pack: other as never, digest, media });
  const home = readShared(db);
  expect([home?.about.languages, home?.about.fictional]).toEqual([['nl', 'en'], true]);
  expect(Object.keys(home?.contacts ?? {})).toEqual(expect.arrayContaining([id, 'bieb']));
  expect(home?.words['nl']?.topics).toMatchObject({ geld: {}, werk: { name: 'Werk' } });
  expect(listTopics(db).map((topic) => topic.id)).toEqual(['geld', 'werk']);
  expect(readShared(db, { kind: 'flows', id: 'huur' })?.contacts[id]).toEqual(installed.pack.contacts[id]);
  expect(readShared(db, { kind: 'articles', id: 'anders' })?.contacts[id]).toEqual(balie);
  const pictures = ['huur-uitleg', 'anders'].map((article) => {
    const shownIn = articlePage(db, article, TODAY)?.pack ?? '';
    return [shownIn, readMedia(db, mediaAddress(shownIn, 'huis.png'))?.bytes];
  });
  expect(pictures).toEqual([
    ['klein', Buffer.of(1, 2, 3)],
    ['anders', Buffer.of(9, 9)],
  ]);
});

test('a page that two packs have is listed once, in the topic and under the title with which it opens', () => {
  const { db } = aFilledStore();
  const { pack, ...rest } = aPackToInstall({ id: 'anders', title: 'Anders' });
  const [topic] = pack.topics;
  const moved = pack.articles.map((each) => ({ ...each, article: { ...each.article, topic: 'werk' } }));
  const topics = [topic, { ...topic, id: 'werk' }];
  installPack(db, { ...rest, pack: { ...pack, topics, articles: moved } as never });
  const listed = (kind: 'flows' | 'articles', of: string) =>
    listEntries(db, kind, of).map(({ id, titles }) => [id, titles['nl']?.title]);
  expect(listed('flows', 'geld')).toEqual([['huur', 'Anders']]);
  expect([readEntry(db, 'flows', 'huur')?.titles, readFlow(db, 'huur')?.words['nl']?.title]).toMatchObject([
    { nl: { title: 'Anders' } },
    'Anders',
  ]);
  expect([listed('articles', 'geld'), listed('articles', 'werk')]).toEqual([
    [],
    [['huur-uitleg', 'Geld voor de huur']],
  ]);
  expect(readArticle(db, 'huur-uitleg')?.article.topic).toBe('werk');
});

test('what is not there is undefined, and an empty store is empty', () => {
  const { db } = aFilledStore();
  expect([readFlow(db, 'x'), readArticle(db, 'x'), readEntry(db, 'flows', 'x'), readMedia(db, 'x')]).toEqual(
    Array(4).fill(undefined),
  );
  const empty = aStore('content');
  expect([hasContent(empty), readShared(empty), listTopics(empty)]).toEqual([false, undefined, []]);
});

test('a picture that is another one by now is not given out, and whoever asks is told', () => {
  const { db } = aFilledStore();
  const { fileOf } = openBlobStore(dirname(db.name));
  const { sha256 } = contentOf(Uint8Array.of(1, 2, 3));
  const told: string[] = [];
  const read = () => readMedia(db, 'media/klein/huis.png', (damage) => told.push(damage.sha256));
  writeFileSync(fileOf(sha256), Uint8Array.of(1, 2, 4));
  expect([read(), told]).toEqual([undefined, [sha256]]);
  rmSync(fileOf(sha256), { force: true });
  expect([read(), told]).toEqual([undefined, [sha256, sha256]]);
});

test('a value that is no JSON any more counts as damage: SQLite does not look inside values', () => {
  const { db } = aFilledStore();
  db.pragma('ignore_check_constraints = ON');
  db.exec("UPDATE flows SET body = replace(body, 'huurt-u', x'0102')");
  expect(() => readFlow(db, 'huur')).toThrow(DamagedStoreError);
});
