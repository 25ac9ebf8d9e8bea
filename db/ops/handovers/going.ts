import { isOver } from '../../../core/domain/desk/handover.ts';
import type { ReadDb } from '../../open.ts';
import { readEnrolment } from '../enrolment.ts';
import { listHandovers } from './handovers.ts';
import { untoldHandovers } from './report.ts';

/**
 * Is there something of handovers that the server does not know (`isUntold`), and can one that it knows still go further (`goesOn`)? Neither on a
 * device that the server does not hear. Throws SqliteError.
 */
export function handoversGoing(db: ReadDb): { readonly isUntold: boolean; readonly goesOn: boolean } {
  if (readEnrolment(db)?.state !== 'approved') return { isUntold: false, goesOn: false };
  return {
    isUntold: untoldHandovers(db, 1).length > 0,
    goesOn: listHandovers(db).some(({ told, state }) => told === 'yes' && !isOver(state)),
  };
}
