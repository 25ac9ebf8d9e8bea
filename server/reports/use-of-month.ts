import { sql } from 'kysely';
import { z } from 'zod';
import type { UseOnPage } from '../../core/contract/administration/use.ts';
import { useReport } from '../../core/domain/report/use-report.ts';
import type { ServerStore } from '../store/open-server-store.ts';

const Body = z.record(z.string(), z.string());

/**
 * What visitors of a library did in a month that is over, or in the newest one with figures. All branches together and whole
 * months only: with a part of either, what is hidden in the whole could be found. Months are those of UTC: what differs is an hour
 * or two at night, when libraries are closed.
 */
export async function useOfMonth(
  { db }: ServerStore,
  library: string,
  wanted: string | undefined,
  now: Date,
): Promise<UseOnPage> {
  const running = now.toISOString().slice(0, 7);
  const months = await db
    .selectFrom('counts')
    .select(sql<string>`substr(hour, 1, 7)`.as('month'))
    .distinct()
    .where('library', '=', library)
    .where('hour', '<', running)
    .orderBy('month', 'desc')
    .execute();
  const had = months.map(({ month }) => month);
  const month = wanted ?? had[0];
  const nothing = month === undefined || month >= running;
  const rows = nothing
    ? []
    : await db
        .selectFrom('counts')
        .select(({ fn }) => ['type', 'body', fn.sum<number | string>('number').as('number')])
        .where('library', '=', library)
        .where('hour', '>=', month)
        .where('hour', '<', `${month}~`) // the sign after all that an hour is written with
        .groupBy(['type', 'body'])
        .orderBy('type')
        .orderBy('body')
        .execute();
  const report = useReport(
    // PostgreSQL writes a sum as a text.
    rows.map(({ type, body, number }) => ({
      type,
      body: Body.parse(JSON.parse(body)),
      number: Number(number),
    })),
  );
  return { months: had, month: nothing ? null : month, ...(report as Mutable<typeof report>) };
}

/** The contract's arrays can be written to; the report's cannot. */
type Mutable<T> = T extends readonly (infer E)[]
  ? Mutable<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;
