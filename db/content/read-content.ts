import type { Contacts } from '../../core/domain/contact.ts';
import { type MediaPlace, mediaAt } from '../../core/domain/media-address.ts';
import type { ArticleInPack, FlowInPack, PackAbout, PackWords } from '../../core/domain/pack.ts';
import type { Parameters } from '../../core/domain/parameter.ts';
import type { Topic } from '../../core/domain/topic.ts';
import { DamagedBlobError } from '../blobs/blob-store.ts';
import { blobsOf } from '../blobs/blobs-of.ts';
import type { ReadDb } from '../open.ts';
import { DamagedStoreError } from '../store-fault.ts';

/** What a list shows of a flow or an article. */
export type Entry = {
  readonly id: string;
  readonly topic: string;
  readonly picture: string;
  readonly review_by: string;
  readonly titles: Record<string, { title: string; summary?: string }>;
};

/** The parts of a pack that its pages share. */
export type Shared = {
  readonly about: PackAbout;
  readonly words: Record<string, PackWords>;
  readonly parameters: Parameters;
  readonly contacts: Contacts;
};

/** Is any pack shown? */
export function hasContent(db: ReadDb): boolean {
  return db.prepare('SELECT 1 FROM active_packs').get() !== undefined;
}

/** The digests of the packs that are shown. */
export function activeDigests(db: ReadDb): Set<string> {
  const sql = 'SELECT digest FROM active_packs JOIN pack_versions USING (pack_id, version)';
  const rows = db.prepare<[], { digest: string }>(sql).all();
  return new Set(rows.map(({ digest }) => digest));
}

/** A page of a pack. */
type PageOf = { readonly kind: 'flows' | 'articles'; readonly id: string };

/**
 * The shared parts of the packs that are shown, taken together; undefined when the store has no pack yet. Where two have
 * something of the same name, that of the pack in which the page stands goes first, then that of the first by id.
 */
export function readShared(db: ReadDb, page?: PageOf): Shared | undefined {
  const own =
    page === undefined
      ? undefined
      : db
          .prepare<[string], string>(
            `SELECT pack_id FROM active_packs JOIN ${page.kind} USING (pack_id, version) WHERE id = ? ORDER BY pack_id`,
          )
          .pluck()
          .get(page.id);
  const rows = db
    .prepare<[string], Record<keyof Shared, string>>(
      `SELECT about, words, parameters, contacts FROM active_packs JOIN pack_versions USING (pack_id, version)
       ORDER BY pack_id = ? DESC, pack_id`,
    )
    .all(own ?? '');
  const [first, ...others] = rows.map(
    (row): Shared => ({
      about: parse(row.about),
      words: parse(row.words),
      parameters: parse(row.parameters),
      contacts: parse(row.contacts),
    }),
  );
  return first === undefined ? undefined : others.reduce(together, first);
}

function together(first: Shared, other: Shared): Shared {
  const words = { ...other.words, ...first.words };
  for (const [language, { topics, contacts, steps, bring }] of Object.entries(other.words)) {
    const mine = first.words[language];
    if (mine !== undefined)
      words[language] = {
        topics: { ...topics, ...mine.topics },
        contacts: { ...contacts, ...mine.contacts },
        steps: { ...steps, ...mine.steps },
        bring: { ...bring, ...mine.bring },
      };
  }
  return {
    about: {
      ...first.about,
      languages: [...new Set([...first.about.languages, ...other.about.languages])],
      fictional: first.about.fictional || other.about.fictional,
    },
    words,
    parameters: { ...other.parameters, ...first.parameters },
    contacts: { ...other.contacts, ...first.contacts },
  };
}

/** The topics of the packs that are shown, in their order; one that two packs have is there once. */
export function listTopics(db: ReadDb): Topic[] {
  const all = bodies<Topic>(
    db,
    'SELECT body FROM active_packs JOIN topics USING (pack_id, version) ORDER BY pack_id, position',
  );
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
}

/**
 * The flows and articles of one topic, without their bodies, by title in the home language. One that two packs have is there once, as
 * it opens: that of the first pack by id.
 */
export function listEntries(db: ReadDb, kind: 'flows' | 'articles', topic: string): Entry[] {
  return entries(db, kind, 'topic', topic);
}

/** One flow or article as a list shows it; undefined when there is none of that id. */
export function readEntry(db: ReadDb, kind: 'flows' | 'articles', id: string): Entry | undefined {
  return entries(db, kind, 'id', id)[0];
}

/** One flow with its words, of the first pack that has it; undefined when there is none of that id. */
export function readFlow(db: ReadDb, id: string): FlowInPack | undefined {
  return bodies<FlowInPack>(
    db,
    'SELECT body FROM active_packs JOIN flows USING (pack_id, version) WHERE id = ? ORDER BY pack_id',
    id,
  )[0];
}

/** The pack that a flow, article or topic is shown from; undefined when none has it. */
export function packOf(db: ReadDb, kind: 'flows' | 'articles' | 'topics', id: string): string | undefined {
  const sql = `SELECT pack_id FROM active_packs JOIN ${kind} USING (pack_id, version) WHERE id = ? ORDER BY pack_id`;
  return db.prepare<[string], string>(sql).pluck().get(id);
}

/** One article with its texts, of the first pack that has it; undefined when there is none of that id. */
export function readArticle(db: ReadDb, id: string): ArticleInPack | undefined {
  return bodies<ArticleInPack>(
    db,
    'SELECT body FROM active_packs JOIN articles USING (pack_id, version) WHERE id = ? ORDER BY pack_id',
    id,
  )[0];
}

/**
 * The bytes and type of a media file of a pack that is shown, by its address. The bytes are proven each time: undefined when there
 * is no such file, and when what lies on the disk is another picture by now, which `onDamage` is told.
 */
export function readMedia(
  db: ReadDb,
  address: string,
  onDamage: (damage: DamagedBlobError) => void = () => undefined,
): { type: string; bytes: Uint8Array } | undefined {
  const place = mediaAt(address);
  if (place === undefined) return undefined;
  const row = db
    .prepare<[MediaPlace], { type: string; sha256: string; length: number }>(
      `SELECT type, sha256, size AS length FROM active_packs JOIN media USING (pack_id, version)
       WHERE pack_id = @pack AND path = @path`,
    )
    .get(place);
  if (row === undefined) return undefined;
  try {
    return { type: row.type, bytes: blobsOf(db).read(row) };
  } catch (error) {
    if (!(error instanceof DamagedBlobError)) throw error;
    onDamage(error);
    return undefined;
  }
}

function bodies<T>(db: ReadDb, sql: string, ...values: string[]): T[] {
  return db
    .prepare<string[], { body: string }>(sql)
    .all(...values)
    .map(({ body }) => parse<T>(body));
}

function entries(db: ReadDb, kind: 'flows' | 'articles', by: 'id' | 'topic', value: string): Entry[] {
  return db
    .prepare<string[], Omit<Entry, 'titles'> & { titles: string }>(
      `SELECT id, topic, picture, review_by, titles FROM active_packs JOIN ${kind} AS page USING (pack_id, version)
       WHERE ${by} = ? AND NOT EXISTS (SELECT 1 FROM active_packs AS before JOIN ${kind} AS same USING (pack_id, version)
         WHERE same.id = page.id AND before.pack_id < page.pack_id)`,
    )
    .all(value)
    .map((row) => ({ ...row, titles: parse<Entry['titles']>(row.titles) }))
    .sort((a, b) => (a.titles['nl']?.title ?? a.id).localeCompare(b.titles['nl']?.title ?? b.id, 'nl'));
}

/** Only JSON goes into the store, so what is none was damaged where SQLite does not look: inside a value. */
function parse<T>(text: string): T {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DamagedStoreError('a value in the content store is no JSON any more', { cause });
  }
}
