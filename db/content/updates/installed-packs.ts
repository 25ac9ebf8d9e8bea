import type { InLanguages } from '../../../core/domain/words.ts';
import type { ReadDb } from '../../open.ts';
import { besideOf } from '../beside.ts';
import { stagedVersion } from './staged-packs.ts';
import { versionBefore } from './version-before.ts';

/** A version of a pack in the store, under its number there (see beside.ts); `manifest` is JSON, and null when it came from a folder on this machine. */
export type InstalledVersion = {
  readonly version: number;
  readonly origin: 'folder' | 'repository';
  readonly manifest: string | null;
};

/** A pack in the store. */
export type InstalledPack = {
  readonly id: string;
  readonly title: string;
  /** What visitors see; null when the first version lies ready. */
  readonly shown: InstalledVersion | null;
  /** What a roll-back brings back; null when that has rotted. */
  readonly before: InstalledVersion | null;
  /** What lies ready and is not shown yet. */
  readonly ready: InstalledVersion | null;
  /** Since when somebody holds the version that is shown; an ISO 8601 time. */
  readonly held_at: string | null;
};

/** The packs in the store, by id. */
export function installedPacks(db: ReadDb): InstalledPack[] {
  const rows = db
    .prepare<{ beside: number }, { id: string; title: string; shown: number | null; held_at: string | null }>(
      `SELECT newest.pack_id AS id, about ->> 'title' AS title, active.version AS shown, held_at
       FROM (SELECT pack_id, ifnull(max(version) FILTER (WHERE version < @beside), max(version)) AS version
         FROM pack_versions GROUP BY pack_id) AS newest
       JOIN pack_versions USING (pack_id, version)
       LEFT JOIN active_packs AS active ON active.pack_id = newest.pack_id
       LEFT JOIN pack_holds ON pack_holds.pack_id = newest.pack_id
       ORDER BY newest.pack_id`,
    )
    .all({ beside: besideOf(0) });
  return rows.map(({ id, title, shown, held_at }) => {
    const at = (version: number | null | undefined) => installedVersion(db, id, version);
    const [before, ready] = [versionBefore(db, id), stagedVersion(db, id)];
    return { id, title, shown: at(shown), before: at(before), ready: at(ready), held_at };
  });
}

function installedVersion(
  db: ReadDb,
  packId: string,
  version: number | null | undefined,
): InstalledVersion | null {
  const found = db
    .prepare<[string, number | null], InstalledVersion>(
      `SELECT version, origin, body AS manifest FROM pack_versions LEFT JOIN pack_manifests USING (pack_id, version)
       WHERE pack_id = ? AND version = ?`,
    )
    .get(packId, version ?? null);
  return found ?? null;
}

/** A page of a pack, by its names. */
export type NamedPage = {
  readonly kind: 'flow' | 'article';
  readonly id: string;
  readonly titles: InLanguages<{ readonly title: string }>;
};

/** The pages that differ between two versions of a pack. */
export type PageChange = {
  readonly added: NamedPage[];
  readonly changed: NamedPage[];
  readonly removed: NamedPage[];
};

/** What visitors would notice: which pages come, change and go between two versions in the store. From no version, all of them come. */
export function pagesChanged(db: ReadDb, packId: string, from: number | undefined, to: number): PageChange {
  const [before, after] = [from === undefined ? [] : pagesOf(db, packId, from), pagesOf(db, packId, to)];
  const old = new Map(before.map((page) => [`${page.kind} ${page.id}`, page]));
  const fresh = new Set(after.map(({ kind, id }) => `${kind} ${id}`));
  const was = ({ kind, id }: Page) => old.get(`${kind} ${id}`);
  return {
    added: after.filter((page) => was(page) === undefined).map(named),
    changed: after.filter((page) => ![undefined, page.body].includes(was(page)?.body)).map(named),
    removed: before.filter(({ kind, id }) => !fresh.has(`${kind} ${id}`)).map(named),
  };
}

/** How many pages of a version there are, and of how many the review day is before `today`. */
export function pagesOverdue(
  db: ReadDb,
  packId: string,
  { version, today }: { readonly version: number; readonly today: string },
): { readonly pages: number; readonly overdue: number } {
  return db
    .prepare<{ packId: string; version: number; today: string }, { pages: number; overdue: number }>(
      `SELECT count(*) AS pages, ifnull(sum(review_by < @today), 0) AS overdue FROM (
         SELECT review_by FROM flows WHERE pack_id = @packId AND version = @version
         UNION ALL SELECT review_by FROM articles WHERE pack_id = @packId AND version = @version)`,
    )
    .get({ packId, version, today }) as { pages: number; overdue: number };
}

type Page = {
  readonly kind: 'flow' | 'article';
  readonly id: string;
  readonly titles: string;
  readonly body: string;
};

function pagesOf(db: ReadDb, packId: string, version: number): Page[] {
  return db
    .prepare<{ packId: string; version: number }, Page>(
      `SELECT 'flow' AS kind, id, titles, body FROM flows WHERE pack_id = @packId AND version = @version
       UNION ALL
       SELECT 'article', id, titles, body FROM articles WHERE pack_id = @packId AND version = @version
       ORDER BY kind DESC, id`,
    )
    .all({ packId, version });
}

function named({ kind, id, titles }: Page): NamedPage {
  return { kind, id, titles: JSON.parse(titles) };
}
