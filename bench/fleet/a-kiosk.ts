import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { activeVersion } from '../../db/content/install-pack.ts';
import { takeTurns } from '../../db/content/updates/take-turns.ts';
import { migrate, readMigrations } from '../../db/migrate.ts';
import { openForWriting, type WriteDb } from '../../db/open.ts';
import { writeEnrolment } from '../../db/ops/enrolment.ts';
import { deviceKeyOf } from '../../trust/jws/device-key.ts';
import { look } from '../../updates/look.ts';
import { askingKey } from '../../updates/outbox/device-key-file.ts';
import { sendOutbox } from '../../updates/outbox/send-outbox.ts';
import type { Belonging } from '../../updates/plan/fetch-plan.ts';
import { httpSource } from '../../updates/source/http-source.ts';
import { FOLLOWED } from '../updates/signed-repository.ts';

const MIGRATIONS = join(import.meta.dirname, '../../db/migrations');

/**
 * Opens a store of a kiosk. Nothing waits for the disk: every kiosk has one of its own, and here thousands share one.
 */
export function openStoreOf(dataDir: string, kind: 'content' | 'ops'): WriteDb {
  const db = openForWriting(join(dataDir, `${kind}.db`));
  db.pragma('synchronous = OFF');
  return db;
}

/** A new kiosk that shows nothing yet and belongs to no server: what others are copies of. */
export function makeStores(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  for (const kind of ['content', 'ops'] as const) {
    const db = openStoreOf(dataDir, kind);
    migrate(db, readMigrations(join(MIGRATIONS, kind)));
    db.close();
  }
}

/** Copies a kiosk and lets it belong to a server; the key that the server knows it by. */
export function enrolCopy(base: string, dataDir: string, belonging: Belonging): string {
  cpSync(base, dataDir, { recursive: true });
  const ops = openStoreOf(dataDir, 'ops');
  const fresh = askingKey(dataDir, belonging.server, '');
  writeEnrolment(ops, { ...belonging, state: 'approved' });
  fresh.use();
  fresh.settle();
  ops.close();
  return deviceKeyOf(fresh.key);
}

/** What a kiosk does when its timer rings: looks, shows what has its turn. What came of it, and the version it shows then. */
export async function lookOnce(
  dataDir: string,
  { root, address, belonging }: { root: Buffer; address: string; belonging: Belonging | undefined },
): Promise<{ readonly kind: string; readonly shown: number }> {
  const db = openStoreOf(dataDir, 'content');
  try {
    const now = Date.now();
    const { prepared, silence } = await look(httpSource(`${address}/repository/`), {
      ...{ db, dataDir, bundledRoot: root, now, follow: [FOLLOWED], belonging, byHand: false },
      today: new Date(now).toISOString().slice(0, 10) as never,
    });
    takeTurns(db, now);
    const outcome = prepared[0]?.outcome;
    const kind =
      silence ?? (outcome?.kind === 'failed' ? `failed: ${outcome.error.message}` : String(outcome?.kind));
    return { kind, shown: activeVersion(db, FOLLOWED.pack)?.version ?? 0 };
  } finally {
    db.close();
  }
}

/** Tells the server which version is shown; true when the server acknowledged it. */
export async function tellOnce(dataDir: string, version: number): Promise<boolean> {
  const db = openStoreOf(dataDir, 'ops');
  try {
    const health = { appVersion: '0.1.0', freeBytes: null, packs: [{ ...FOLLOWED, version }] };
    return (await sendOutbox(db, dataDir, health, () => new Date()))?.ok === true;
  } finally {
    db.close();
  }
}
