import type { Trouble } from '../../core/contract/about.ts';
import type { WriteDb } from '../../db/open.ts';
import { recordIncident } from '../../db/ops/incidents.ts';
import { brokenLine, mendAudit } from '../../db/ops/mend-audit.ts';
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
 * them, and a day later they would be in the copies too. What the log itself does not prove stays as it is: staff read that it is so, and
 * `balie audit verify` tells where. What fails is logged, and not thrown.
 */
export function keepAuditWhole(ops: WriteDb, { places, now, log, report }: AuditKeeping): void {
  const looked = attempt(() => {
    const line = brokenLine(ops);
    if (line === undefined) return report('audit-broken', undefined);
    const detail = `line ${line} of the audit log is not what was written`;
    if (!mendFromCopy(places, (copy) => mendAudit(ops, copy))) {
      log.trouble('audit-broken', detail);
      return report('audit-broken', detail);
    }
    recordIncident(ops, { at: now.toISOString(), code: 'audit-mended', detail });
    log.trouble('audit-mended', `${detail}; put back from a copy`);
    report('audit-broken', undefined);
  });
  if ('error' in looked) log.trouble('ops-not-written', String(looked.error));
}
