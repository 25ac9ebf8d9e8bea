import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import type { WriteDb } from '../open.ts';

/**
 * Gives out the next ticket number of the day, from 1. No number is given twice on a day, also when the kiosk is
 * switched off and on in between. Of other days nothing is kept.
 */
export function nextTicket(db: WriteDb, day: CalendarDate): number {
  return db
    .transaction(() => {
      db.prepare('DELETE FROM tickets WHERE day <> ?').run(day);
      return db
        .prepare<[string], number>(
          'INSERT INTO tickets (day, last) VALUES (?, 1) ON CONFLICT (day) DO UPDATE SET last = last + 1 RETURNING last',
        )
        .pluck()
        .get(day) as number;
    })
    .immediate();
}
