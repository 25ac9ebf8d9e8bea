import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { installPack } from '../../../../db/content/install-pack.ts';
import { findDocuments } from '../../../../db/content/search/find-documents.ts';
import { indexShownPacks } from '../../../../db/content/search/index-packs.ts';
import { packsToIndex } from '../../../../db/content/search/packs-to-index.ts';
import { searchStore } from '../../../../db/content/search/search-store.ts';
import { migrate, readMigrations } from '../../../../db/migrate.ts';
import { openForWriting, type WriteDb } from '../../../../db/open.ts';
import { aDataFolder, aStore, everyRow, MIGRATIONS } from '../../../builders/a-store.ts';
import { aPackToInstall } from '../../../builders/pack-to-install.ts';

const found = (db: WriteDb, asked: string) => findDocuments(searchStore(db), asked, 'nl').documents.length;

/** A store as the version without a search left it, with a pack in it. */
function storeFromBefore(): WriteDb {
  const db = openForWriting(join(aDataFolder(), 'content.db'));
  onTestFinished(() => void db.close());
  const [first] = readMigrations(join(MIGRATIONS, 'content'));
  migrate(db, [first as never]);
  const { pack, digest } = aPackToInstall({ title: 'Fietsvlag' });
  const { about, words, parameters, contacts, flows, articles } = pack;
  db.prepare('INSERT INTO pack_versions VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    about.id,
    about.version,
    digest,
    ...[about, words, parameters, contacts].map((part) => JSON.stringify(part)),
  );
  db.prepare('INSERT INTO active_packs VALUES (?, ?)').run(about.id, about.version);
  for (const { flow, words: said } of flows)
    db.prepare("INSERT INTO flows VALUES (?, ?, ?, ?, ?, ?, '{}', ?)").run(
      ...[about.id, about.version, flow.id, flow.topic, flow.picture, flow.review_by],
      JSON.stringify({ flow, words: said, cases: [] }),
    );
  for (const { article, texts } of articles)
    db.prepare("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, '{}', ?)").run(
      ...[about.id, about.version, article.id, article.topic, article.picture, article.review_by],
      JSON.stringify({ article, texts }),
    );
  return db;
}

describe('a store from before there was a search', () => {
  test('keeps its content and gets its index, once', () => {
    const db = storeFromBefore();
    const before = everyRow(db);
    migrate(db, readMigrations(join(MIGRATIONS, 'content')));
    expect(found(db, 'fietsvlag')).toBe(0);
    expect(packsToIndex(db)).toHaveLength(1);
    indexShownPacks(db);
    expect(found(db, 'fietsvlag')).toBe(1);
    expect(packsToIndex(db)).toEqual([]);
    for (const table of ['flows', 'articles', 'active_packs'])
      expect(everyRow(db)[table]).toEqual(before[table]);
  });
});

describe('an installed pack', () => {
  test('is indexed in the transaction that shows it', () => {
    const db = aStore('content');
    installPack(db, aPackToInstall({ version: 1, title: 'Fietsvlag' }));
    expect([found(db, 'fietsvlag'), packsToIndex(db).length]).toEqual([1, 0]);
    installPack(db, aPackToInstall({ version: 2, title: 'Zonnebril' }));
    expect([found(db, 'fietsvlag'), found(db, 'zonnebril'), packsToIndex(db).length]).toEqual([0, 1, 0]);
  });

  test('is indexed again when it was indexed by another version of the search', () => {
    const db = aStore('content');
    installPack(db, aPackToInstall());
    db.exec("UPDATE search_sources SET made_of = 'an older one'");
    expect(packsToIndex(db)).toHaveLength(1);
    indexShownPacks(db);
    expect(packsToIndex(db)).toEqual([]);
  });

  test('keeps its index when a next one does not go in', () => {
    const db = aStore('content');
    installPack(db, aPackToInstall({ version: 1, title: 'Fietsvlag' }));
    const next = { ...aPackToInstall({ version: 2, title: 'Zonnebril' }), media: new Map() };
    expect(() => installPack(db, next)).toThrow('NOT NULL');
    expect([found(db, 'fietsvlag'), found(db, 'zonnebril')]).toEqual([1, 0]);
  });

  test('brings its synonyms', () => {
    const db = aStore('content');
    const { pack, ...rest } = aPackToInstall({ title: 'Fietsvlag' });
    const synonyms = { nl: [{ say: ['kamerprijs'], find: ['fietsvlag'] }] };
    installPack(db, { ...rest, pack: { ...pack, synonyms } });
    expect(found(db, 'kamerprijs')).toBe(1);
    db.exec("UPDATE search_sources SET made_of = ''");
    indexShownPacks(db);
    expect(found(db, 'kamerprijs')).toBe(1);
  });
});
