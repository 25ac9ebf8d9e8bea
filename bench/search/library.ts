import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isStopWord } from '../../core/domain/search/stop-words.ts';
import { wordsIn } from '../../core/domain/search/words-in.ts';
import type { SearchDocument, SearchText } from '../../core/domain/search-document.ts';
import { indexDocuments } from '../../db/content/search/index-documents.ts';
import { packDocuments } from '../../db/content/search/pack-documents.ts';
import { migrate, readMigrations } from '../../db/migrate.ts';
import { openForWriting, type WriteDb } from '../../db/open.ts';
import { loadPackFolder } from '../../packs/load-pack-folder.ts';
import { projectRoot } from '../../scripts/setup/places.mjs';
import { chanceFrom } from './chance.ts';
import { madeUpContent, stockOf } from './made-up-content.ts';

export const SEED = 20_261_126;
const COUNTS = { articles: 20_000, services: 5_000 };

/** A title of the library: the document it belongs to, and its words that say something. */
export type Title = { readonly id: string; readonly title: string; readonly words: readonly string[] };

/** A large library of made-up content with its index on disk, until it is closed. */
export type Library = {
  readonly db: WriteDb;
  readonly file: string;
  readonly titles: readonly Title[];
  readonly close: () => void;
};

/** Makes the library and its index; says how long that took and how large it is. */
export function makeLibrary(say: (line: string) => void): Library {
  const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));
  const close = () => rmSync(folder, { recursive: true, force: true });
  try {
    const file = join(folder, 'content.db');
    const db = openForWriting(file);
    migrate(db, readMigrations(join(projectRoot, 'db/migrations/content')));
    const titles: Title[] = [];
    const began = performance.now();
    indexDocuments(db, 'bench', noting(titles));
    const seconds = (performance.now() - began) / 1000;
    db.pragma('wal_checkpoint(TRUNCATE)');
    const megabytes = statSync(file).size / 1_000_000;
    say(
      `seed ${SEED}: ${COUNTS.articles} articles and ${COUNTS.services} services, indexed in ${seconds.toFixed(1)} s, ` +
        `${megabytes.toFixed(0)} MB on disk`,
    );
    return {
      db,
      file,
      titles,
      close: () => {
        db.close();
        close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** The documents one by one, as the index takes them, with their titles written down on the way. */
function* noting(titles: Title[]): Generator<SearchDocument> {
  const chance = chanceFrom(SEED);
  for (const document of madeUpContent(stockOf(realTexts(), chance), COUNTS, chance)) {
    const title = (document.texts['nl'] as SearchText).title;
    const words = wordsIn(title).map(({ word }) => word);
    titles.push({ id: document.id, title, words: words.filter((word) => !isStopWord(word, 'nl')) });
    yield document;
  }
}

/** The Dutch texts of the pack that ships. */
function realTexts(): SearchText[] {
  const loaded = loadPackFolder(join(projectRoot, 'assets/packs/zelfredzaam'), '2026-11-26');
  if (!loaded.ok) throw new Error('The shipped pack does not pass its check.');
  const { flows, articles } = loaded.pack;
  return packDocuments(flows, articles).flatMap(({ texts }) => texts['nl'] ?? []);
}
