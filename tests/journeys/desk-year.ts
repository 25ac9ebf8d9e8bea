import { join } from 'node:path';
import { migrate, readMigrations } from '../../db/migrate.ts';
import { openForWriting } from '../../db/open.ts';
import { logQuestion } from '../../db/ops/desk/log-question.ts';
import { noticeMonthsOver } from '../../db/ops/months-over.ts';
import { MIGRATIONS } from '../builders/a-store.ts';
import { aQuestion } from '../core/domain/desk/a-question.ts';

/** Writes ten months of 2025 of a busy desk into the store of a data folder, made up, logged as desks do: 785. */
export function fillDeskYear(dataDir: string): void {
  const db = openForWriting(join(dataDir, 'ops.db'));
  migrate(db, readMigrations(join(MIGRATIONS, 'ops')));
  db.transaction(() => {
    let before: number | undefined;
    for (let month = 1; month <= 10; month++)
      for (let each = 0; each < 40 + month * 7; each++) {
        const { at, nth, id: _, ...facts } = madeUp(month, each);
        const after = nth === 1 ? undefined : before;
        before = logQuestion(db, new Date(`${at}:00:00Z`), { at, facts, after }).number;
      }
  }).immediate();
  // The desk was on then, and noticed that these months are over.
  noticeMonthsOver(db, new Date('2025-11-10T09:00:00Z'));
  db.close();
}

function madeUp(month: number, each: number) {
  const two = (number: number) => String(number).padStart(2, '0');
  return aQuestion({
    at: `2025-${two(month)}-${two(3 + (each % 20))}T${two(10 + (each % 7))}`,
    category: each % 3 === 0 ? 'information' : 'digital-contact',
    organization: each % 4 === 0 ? 'belastingdienst' : null,
    outcome: each % 5 === 0 ? 'referred' : 'helped',
    place: each % 6 === 0 ? 'computers' : 'balie',
    nth: 1 + (each % 2),
  });
}
