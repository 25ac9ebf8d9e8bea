import type { Trouble } from '../../core/contract/about.ts';
import type { WriteDb } from '../../db/open.ts';
import { recordIncident } from '../../db/ops/incidents.ts';
import { brokenLine, mendAudit } from '../../db/ops/mend-audit.ts';
import { wrongSeal } from '../../db/ops/seal-once.ts';
import { readPepper } from '../../trust/pin/pepper.ts';
import type { Log } from '../log.ts';
import { mendFromCopy } from './mend-from-copy.ts';
import { attempt, type StorePlaces } from './store-places.ts';

/** Where it lies, and who hears of it. `report` tells staff; without a detail, that it is right again. */
export type AuditKeeping = {
  readonly places: StorePlaces;
  readonly now: Date;
  readonly log: Log;
  readonly report: (trouble: Trouble, detail: string | undefined) => void;
};

/**
 * Puts back the lines of the audit log that rotted, of the newest copy that has them, and writes down that it did: SQLite does not notice
 * them, and a day later they would be in the copies too. What the log itself does not prove stays as it is. Returns what is wrong after that, as
 * a sentence; undefined when all is right. Throws SqliteError, and the error of the disk.
 */
export function mendLog(
  ops: WriteDb,
  { places, now, log }: Omit<AuditKeeping, 'report'>,
): string | undefined {
  const line = brokenLine(ops);
  if (line !== undefined) {
    const detail = `line ${line} of the audit log is not what was written`;
    if (!mendFromCopy(places, (copy) => mendAudit(ops, copy))) return detail;
    recordIncident(ops, { at: now.toISOString(), code: 'audit-mended', detail });
    log.trouble('audit-mended', `${detail}; put back from a copy`);
  }
  return wrongSeal(ops, places.dataDir, readPepper(places.dataDir));
}

/**
 * Mends the audit log (`mendLog`). What stays broken staff read of on the screen, and `balie audit verify` tells where. What fails is logged,
 * and not thrown.
 */
export function keepAuditWhole(ops: WriteDb, keeping: AuditKeeping): void {
  const { log, report } = keeping;
  const looked = attempt(() => {
    const broken = mendLog(ops, keeping);
    if (broken !== undefined) log.trouble('audit-broken', broken);
    report('audit-broken', broken);
  });
  if ('error' in looked) log.trouble('ops-not-written', String(looked.error));
}
