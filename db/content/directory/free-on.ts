import type { CalendarDate } from '../../../core/domain/calendar-date.ts';
import { EVERY_DAY, isInStretch } from '../../../core/domain/directory/free-days.ts';
import type { ReadDb } from '../../open.ts';

/** The values of the facet `free` that hold on a day: of what is always free, and of what is free for a time. */
export function freeOn(db: ReadDb, day: CalendarDate): string[] {
  const forATime = db
    .prepare<[], string>(
      `SELECT DISTINCT value FROM directory_facets JOIN active_directory USING (generation)
       WHERE facet = 'free' AND value > ''`,
    )
    .pluck()
    .all();
  return [EVERY_DAY, ...forATime.filter((stretch) => isInStretch(stretch, day))];
}
