import type { Happening } from '../../core/contract/sync/count.ts';
import { localHourOf } from '../../core/domain/desk/local-hour.ts';
import type { Month } from '../../core/domain/report/month.ts';
import { monthOf } from '../../core/domain/report/variables.ts';
import type { ReadDb, WriteDb } from '../open.ts';

/** How often a flow was begun or finished, or left on a question (`step`, else empty). */
export type FlowCount = {
  readonly flow: string;
  readonly what: 'begun' | 'finished' | 'left';
  readonly step: string;
  readonly number: number;
};

const WHAT: Readonly<Partial<Record<Happening['type'], FlowCount['what']>>> = {
  'flow-started': 'begun',
  'outcome-reached': 'finished',
  'step-left': 'left',
};

/** Counts what happened with a flow, in its month and nothing finer; anything else is not counted here. Throws SqliteError. */
export function countFlow(db: WriteDb, now: Date, { type, body }: Happening): void {
  const what = WHAT[type];
  if (what === undefined || !('flow' in body)) return;
  const step = what === 'left' && 'step' in body ? body.step : '';
  db.prepare(
    `INSERT INTO flow_counts (month, flow, what, step, number) VALUES (?, ?, ?, ?, 1)
     ON CONFLICT (month, flow, what, step) DO UPDATE SET number = number + 1`,
  ).run(monthOf({ at: localHourOf(now) }), body.flow, what, step);
}

/** The months that have counts, oldest first. Throws SqliteError. */
export function flowMonths(db: ReadDb): Month[] {
  return db.prepare<[], Month>('SELECT DISTINCT month FROM flow_counts ORDER BY month').pluck().all();
}

/** The counts of the months from `from` up to and with `to`, added up. Throws SqliteError. */
export function readFlowCounts(db: ReadDb, from: Month, to: Month): FlowCount[] {
  return db
    .prepare<[Month, Month], FlowCount>(
      `SELECT flow, what, step, sum(number) AS number FROM flow_counts WHERE month BETWEEN ? AND ?
       GROUP BY flow, what, step ORDER BY flow, what, step`,
    )
    .all(from, to);
}
