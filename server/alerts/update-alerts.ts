import { randomUUID } from 'node:crypto';
import type { AlertRules } from '../../core/domain/alerts/alert-rules.ts';
import type { Away } from '../../core/domain/alerts/away.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { AlertRow } from './alert-tables.ts';
import { type Found, findAlerts } from './find-alerts.ts';
import { putInLine, putMissingInLine, putOverInLine, type WaysOf } from './message-line.ts';
import type { HoursOf } from './read-hours.ts';
import type { Published } from './read-published.ts';
import { announcedOf, noteVersions, readSeen } from './seen-versions.ts';
import { whatIsHeld } from './what-is-held.ts';

/** What it takes to keep the alerts up to date. */
export type UpdatePlan = {
  readonly rules: AlertRules;
  readonly published: Published;
  readonly waysOf: WaysOf;
  readonly hoursOf: HoursOf;
  /** When the server was away, oldest first. */
  readonly away: readonly Away[];
};

/** How many alerts were opened and closed. */
export type Updated = { readonly opened: number; readonly closed: number };

/**
 * Opens an alert for what is wrong and has none, closes those of what is well again, and puts messages of both in line, also of what
 * another instance found that has no way to tell it. One alert is open for
 * each subject and kind, also when several instances look at the same moment. What is said of a
 * publisher that cannot be read stays as it is: another instance read it, or it will be mended. Throws the error of the database.
 */
export async function updateAlerts(store: ServerStore, plan: UpdatePlan, now: Date): Promise<Updated> {
  const at = now.toISOString();
  await noteVersions(store, plan.published, at);
  const seen = announcedOf(await readSeen(store), plan.published);
  const open = await store.db.selectFrom('alerts').selectAll().where('closed_at', 'is', null).execute();
  const found = await findAlerts(store, { ...plan, seen }, open, now);
  const wrong = new Map(found.map((each) => [keyOf(each.subject, each.library, each.finding.kind), each]));
  const isHeld = await whatIsHeld(store, plan.published);
  const sum = { opened: 0, closed: 0 };
  for (const alert of open) {
    const key = keyOf(alert.subject, alert.library, alert.kind);
    const still = wrong.get(key);
    wrong.delete(key);
    if (isHeld(alert)) continue;
    if (still !== undefined) await keepFinding(store, alert, still);
    else if (await close(store, alert, at)) sum.closed += 1;
  }
  for (const each of wrong.values()) if (await openAlert(store, each, plan.waysOf, at)) sum.opened += 1;
  await putMissingInLine(store, plan.waysOf, at);
  return sum;
}

const keyOf = (...parts: string[]) => parts.join(' ');

async function openAlert(
  { db }: ServerStore,
  { library, subject, device, finding }: Found,
  waysOf: WaysOf,
  at: string,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const id = randomUUID();
    const row = { id, library, subject, device, kind: finding.kind, finding: JSON.stringify(finding) };
    const added = await trx
      .insertInto('alerts')
      .values({ ...row, opened_at: at, closed_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if ((added.numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
    await putInLine(trx, { id, library }, 'opened', waysOf(library), at);
    return true;
  });
}

/**
 * Who was told of it, or perhaps was, is told that it is over; who was not yet is told nothing. What somebody is telling at this moment is settled when that
 * came to an end (`tellAlerts`): nobody knows yet whether it arrives.
 */
async function close({ db }: ServerStore, alert: AlertRow, at: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const closed = await trx
      .updateTable('alerts')
      .set({ closed_at: at })
      .where('id', '=', alert.id)
      .where('closed_at', 'is', null)
      .executeTakeFirst();
    if (closed.numUpdatedRows === 0n) return false;
    await trx
      .updateTable('alert_messages')
      .set({ next_try_at: null, refused: null })
      .where('alert', '=', alert.id)
      .where((make) => make.or([make('tries', '=', 0), make('failure', 'is not', null)]))
      .execute();
    const told = await trx
      .selectFrom('alert_messages')
      .select('way')
      .where('alert', '=', alert.id)
      .where((make) =>
        make.or([
          make('told_at', 'is not', null),
          make.and([make('maybe_told', '=', 1), make('failure', 'is not', null)]),
        ]),
      )
      .execute();
    // By whichever instance: another one than this may tell.
    const ways = told.map(({ way }) => way);
    await putOverInLine(trx, alert, ways, at);
    return true;
  });
}

async function keepFinding({ db }: ServerStore, alert: AlertRow, { finding }: Found): Promise<void> {
  const text = JSON.stringify(finding);
  if (text === alert.finding) return;
  await db.updateTable('alerts').set({ finding: text }).where('id', '=', alert.id).execute();
}
