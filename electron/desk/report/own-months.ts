import type { Month } from '../../../core/domain/report/month.ts';
import type { Publication } from '../../../core/domain/report/publication.ts';
import { publish } from '../../../core/domain/report/publish.ts';
import type { WriteDb } from '../../../db/open.ts';
import { keepQuestionsHere } from '../../../db/ops/desk/keep-here.ts';
import { untoldOfMonth } from '../../../db/ops/desk/read-questions.ts';
import { noticeMonthsOver } from '../../../db/ops/months-over.ts';
import { keepPublication, listPublications } from '../../../db/ops/publications.ts';
import { monthsTold, takeBackTold, writeTold } from '../../../db/ops/told-files.ts';

/** What this device is called in what it tells of itself. */
const HERE = 'desk';

/**
 * Makes what is told of each month that is over for long enough, and was so a day before too, of what this device counted, as the server does for a library (decision
 * 36): once, so that no two reports of a month can be held against each other. Only for a device that belongs to no server: of the
 * others the server tells, and a second telling of a part of the same questions would give away what the first one hides. For the same reason
 * what was told of here is kept from any server that comes later, and also stands in a file of its own, before anybody sees it: a store that
 * was lost comes back as it was, which may be before it was told. Throws SqliteError, and the error of the disk.
 */
export function closeOwnMonths(db: WriteDb, dataDir: string, now: Date): void {
  db.transaction(() => {
    takeBackTold(db, dataDir);
    const told = new Set([...listPublications(db).map(({ month }) => month), ...monthsTold(dataDir)]);
    for (const month of noticeMonthsOver(db, now))
      if (!told.has(month)) {
        const publication = ownPublication(db, month);
        writeTold(dataDir, publication);
        keepPublication(db, 'desk', publication);
        keepQuestionsHere(db, month);
      }
  }).immediate();
}

function ownPublication(db: WriteDb, month: Month): Publication {
  return publish({
    library: { id: HERE, name: HERE },
    month,
    branches: [{ id: HERE, name: HERE, municipality: null }],
    asked: untoldOfMonth(db, month).map((question) => ({ branch: HERE, question })),
    use: [],
    handovers: [],
  });
}
