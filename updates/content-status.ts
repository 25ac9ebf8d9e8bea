import type { PackStatus, ReadyVersion, VersionStatus } from '../core/contract/admin.ts';
import type { Manifest } from '../core/contract/repository/manifest.ts';
import { changeBetween } from '../core/contract/repository/manifest-change.ts';
import { readStoredManifest } from '../core/contract/repository/stored-manifest.ts';
import type { CalendarDate } from '../core/domain/calendar-date.ts';
import { numberOf } from '../db/content/beside.ts';
import { floorOf } from '../db/content/floors.ts';
import { hiddenPages } from '../db/content/hidden-pages.ts';
import {
  type InstalledPack,
  type InstalledVersion,
  installedPacks,
  pagesChanged,
  pagesOverdue,
} from '../db/content/updates/installed-packs.ts';
import { readPackTurn } from '../db/content/updates/pack-turns.ts';
import { sharedPartsChanged } from '../db/content/updates/shared-parts-changed.ts';
import { lastTrustedTime, readTrustedMetadata } from '../db/content/updates/trusted-metadata.ts';
import type { ReadDb } from '../db/open.ts';
import { readJson } from './read-json.ts';

/** By what content is judged, and what is known from elsewhere. */
export type StatusContext = {
  /** Milliseconds since 1970, by the clock of this machine. */
  readonly now: number;
  readonly today: CalendarDate;
  /** Since when a version is on the screen; an ISO 8601 time. */
  readonly shownSince: (packId: string, version: number) => string | undefined;
  /** The packs that came with the app, by id. */
  readonly factory: ReadonlySet<string>;
};

/** The packs of a kiosk for whoever looks after it: what is shown, what came before, what is about to come, and what is overdue. */
export function contentStatus(db: ReadDb, context: StatusContext): PackStatus[] {
  const time = Math.max(context.now, lastTrustedTime(db));
  const hidden = hiddenPages(db);
  return installedPacks(db).map((pack) => {
    const expires = expiryOf(db, pack, PUBLISHING);
    const heardUntil = expiryOf(db, pack, HEARING);
    const isOver = (day: string | undefined) => day !== undefined && Date.parse(day) <= time;
    return {
      id: pack.id,
      title: pack.title,
      shown: versionStatus(pack.id, pack.shown, context),
      before: versionStatus(pack.id, pack.before, context),
      ready: readyVersion(db, pack, context),
      heldAt: pack.held_at,
      floor: floorOf(db, pack.id) ?? null,
      factory: context.factory.has(pack.id),
      expires: expires ?? null,
      expired: isOver(expires),
      heardUntil: heardUntil ?? null,
      unheard: isOver(heardUntil),
      ...(pack.shown === null
        ? { pages: 0, overdue: 0 }
        : pagesOverdue(db, pack.id, { version: pack.shown.version, today: context.today })),
      hidden: hidden.filter((page) => page.pack === pack.id).map(({ id, shown }) => ({ id, shown })),
    };
  });
}

function versionStatus(
  packId: string,
  found: InstalledVersion | null,
  { shownSince }: StatusContext,
): VersionStatus | null {
  if (found === null) return null;
  const { version, origin } = found;
  return {
    version: numberOf(version),
    origin,
    publishedAt: manifestIn(found)?.created_at ?? null,
    shownSince: shownSince(packId, version) ?? null,
  };
}

function readyVersion(
  db: ReadDb,
  { id, ready, shown }: InstalledPack,
  context: StatusContext,
): ReadyVersion | null {
  const status = versionStatus(id, ready, context);
  const after = manifestIn(ready);
  if (status === null || after === undefined) return null;
  const before = manifestIn(shown);
  const { added, changed, removed, bytes } = changeBetween(before, after);
  const { turn, latest } = readPackTurn(db, id, status.version) ?? { turn: 'idle', latest: null };
  return {
    ...status,
    ...pagesChanged(db, id, shown?.version, status.version),
    shared: shown === null ? [] : sharedPartsChanged(db, id, shown.version, status.version),
    files:
      before === undefined ? null : { added: added.length, changed: changed.length, removed: removed.length },
    bytes,
    // Only what is on the screen is taken back.
    turn: turn === 'back' ? 'never' : turn,
    latest: turn === 'closed' ? latest : null,
  };
}

function manifestIn(version: InstalledVersion | null): Manifest | undefined {
  return version?.manifest == null ? undefined : readStoredManifest(version.manifest);
}

/** What people sign, each for a year or two; beside these the library itself. Only they can sign anew. */
const PUBLISHING = ['root', 'targets', 'library'] as const;
/** What the server signs, day after day: newer ones are heard at the next contact. */
const HEARING = ['timestamp', 'snapshot'] as const;

/** Until when the signatures that a pack from a repository hangs on hold: the first of these roles that ends. */
function expiryOf(
  db: ReadDb,
  { shown, ready }: InstalledPack,
  roles: typeof PUBLISHING | typeof HEARING,
): string | undefined {
  const library = manifestIn(shown)?.library ?? manifestIn(ready)?.library;
  if (library === undefined) return undefined;
  const metadata = readTrustedMetadata(db);
  const days = roles.flatMap((role) => {
    const body = metadata.get(`${role === 'library' ? library : role}.json`);
    return body === undefined ? [] : [expiryIn(body)];
  });
  return days.filter((day) => day !== undefined).sort()[0];
}

/** Undefined where a bit fell over on the disk, too: the next look brings it again, and all else is to be seen meanwhile. */
function expiryIn(body: Buffer): string | undefined {
  try {
    const { signed } = readJson(body) as { signed?: { expires?: unknown } };
    return new Date(String(signed?.expires)).toISOString();
  } catch {
    return undefined;
  }
}
