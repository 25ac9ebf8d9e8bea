import { keptSchedules } from '../../core/domain/directory/kept-schedules.ts';
import type { Schedule } from '../../core/domain/directory/schedule.ts';
import type { ServerStore } from '../store/open-server-store.ts';

/** When a branch is open; empty when that is not known. */
export type HoursOf = (library: string, branch: string) => readonly Schedule[];

/** When all branches are open, as the store has it now. Throws the error of the database. */
export async function readHours({ db }: ServerStore): Promise<HoursOf> {
  const rows = await db.selectFrom('branch_hours').selectAll().execute();
  const known = new Map(
    rows.map(({ library, branch, schedules }) => [`${library} ${branch}`, keptSchedules(schedules)]),
  );
  return (library, branch) => known.get(`${library} ${branch}`) ?? [];
}
