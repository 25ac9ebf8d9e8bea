import { type Kysely, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { type Month, monthAfter } from '../../core/domain/report/month.ts';
import type { CountedUse } from '../../core/domain/report/publish-use.ts';
import { insertRows } from '../store/insert-rows.ts';
import type { DatabaseKind, Tables } from '../store/tables.ts';
import type { UseToldRow } from './question-tables.ts';

const Body = z.record(z.string(), z.string());

/**
 * What is told of the use of the kiosks of a library when a month is closed: all that was counted until its end and was not told before
 * (`fresh`), so also what came after its own month was closed. `counted` is what then counts as told. Reading all counts at once leaves
 * nothing between two months, and holds up no kiosk that brings some at that moment.
 */
export async function readUse(
  db: Kysely<Tables>,
  library: string,
  month: Month,
): Promise<{ readonly fresh: CountedUse[]; readonly counted: UseToldRow[] }> {
  // Months of what kiosks count are those of UTC: what differs is an hour or two at night, when libraries are closed.
  const sums = await db
    .selectFrom('counts')
    .select(['library', 'type', 'body', sql<number | string>`sum(number)`.as('number')])
    .where('library', '=', library)
    .where('hour', '<', monthAfter(month))
    .groupBy(['library', 'type', 'body'])
    .orderBy('type')
    .orderBy('body')
    .execute();
  const rows = await db.selectFrom('use_told').selectAll().where('library', '=', library).execute();
  const told = new Map(rows.map((row) => [keyOf(row), row.number]));
  // PostgreSQL writes large numbers as texts.
  const counted = sums.map((row): UseToldRow => ({ ...row, number: Number(row.number) }));
  const fresh = counted.flatMap(({ number, ...of }) => {
    const more = number - (told.get(keyOf(of)) ?? 0);
    return more > 0 ? [{ type: of.type, body: Body.parse(JSON.parse(of.body)), number: more }] : [];
  });
  return { fresh, counted };
}

/** Notes what was told of the use of kiosks. For within the transaction that closes the month. */
export async function noteUseTold(
  trx: Transaction<Tables>,
  kind: DatabaseKind,
  rows: readonly UseToldRow[],
): Promise<void> {
  await insertRows(trx, kind, {
    ...{ table: 'use_told', columns: COLUMNS, rows },
    after: 'ON CONFLICT (library, type, body) DO UPDATE SET number = excluded.number',
  });
}

/** Came anything after its month was closed, that was told nowhere yet? `closed`: the last month that was closed. */
export async function isUseLate(db: Kysely<Tables>, library: string, closed: Month): Promise<boolean> {
  const counted = await db
    .selectFrom('counts')
    .select(sql<number | string | null>`sum(number)`.as('number'))
    .where('library', '=', library)
    .where('hour', '<', monthAfter(closed))
    .executeTakeFirst();
  const told = await db
    .selectFrom('use_told')
    .select(sql<number | string | null>`sum(number)`.as('number'))
    .where('library', '=', library)
    .executeTakeFirst();
  return Number(counted?.number ?? 0) > Number(told?.number ?? 0);
}

const keyOf = ({ type, body }: Pick<UseToldRow, 'type' | 'body'>) => `${type} ${body}`;

const COLUMNS = { text: ['library', 'type', 'body'], bigint: ['number'] } as const;
