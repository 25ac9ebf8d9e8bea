import type { AlertLanguage } from '../../core/domain/alerts/alert-words.ts';
import { type ReminderAbout, reminderText } from '../../core/domain/directory/reminder-words.ts';
import { reviewDue } from '../../core/domain/directory/review-due.ts';
import { writeAudit } from '../accounts/audit.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { GoesOn } from '../upkeep/start-upkeep.ts';
import { type KeptService, listServices } from './directory-services.ts';

/** So many mails go out at a time; the next ones go with the next look. */
const AT_ONCE = 20;
/** An address that is refused is tried again after so long: meanwhile the others have their turn. */
const REFUSED_MS = 24 * 3_600_000;

/** A mail to the contact of a service. */
export type Reminder = {
  readonly to: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
};

/** What came of a mail. `maybe-sent`: no answer came; `refused`: it does not go to this address; `no-server`: none goes out now. */
export type Sent = 'sent' | 'maybe-sent' | 'refused' | 'no-server';

/** How a library reminds: in which language, and who reads the answers. */
export type RemindsOf = (
  library: string,
) => { readonly language: AlertLanguage; readonly replyTo: string } | undefined;

/**
 * Reminds the own contact of each service whose review day has passed or comes soon, once for each review and address. It is written down
 * before the mail goes out, so that of several instances one sends it; where it does not go out that is taken back. It is tried at the
 * next look, and the day after when the address was refused. A mail that may have gone out counts as one that did: to somebody elsewhere,
 * one that comes twice is worse than none (decision 32); the next ones wait for the next look, for a mail server that does not answer may
 * send none of them. Each waits for a mail server, so one that is to stop leaves the rest for later. Throws the error of the database.
 */
export async function remindContacts(
  store: ServerStore,
  remindsOf: RemindsOf,
  send: (reminder: Reminder) => Promise<Sent>,
  now: Date,
  goesOn: GoesOn,
): Promise<{ readonly reminded: number; readonly failed: number }> {
  const today = now.toISOString().slice(0, 10);
  const sum = { reminded: 0, failed: 0 };
  const libraries = await store.db.selectFrom('libraries').select(['id', 'name']).orderBy('id').execute();
  for (const { id, name } of libraries) {
    const reminds = remindsOf(id);
    if (reminds === undefined) continue;
    for (const kept of (await listServices(store.db, id)).filter((each) => isToRemind(each, today, now))) {
      if (sum.reminded + sum.failed >= AT_ONCE || !goesOn()) return sum;
      if (!(await take(store, kept, now))) continue;
      const about: ReminderAbout = {
        service: kept.service.name,
        library: name,
        reviewBy: kept.review_by,
        today,
      };
      const mail = { ...reminderText(reminds.language, about), replyTo: reminds.replyTo };
      const sent = await send({ to: String(kept.service.email), ...mail });
      if (sent === 'sent' || sent === 'maybe-sent') {
        await writeAudit(store.db, { library: id }, 'service-reminded', kept.id);
        sum.reminded += 1;
      } else {
        await giveBack(store, kept, now, sent);
        sum.failed += 1;
      }
      if (sent === 'maybe-sent' || sent === 'no-server') return sum;
    }
  }
  return sum;
}

/** One that ended has nothing to be asked; one that was reminded of this review at this address is not reminded again. */
function isToRemind(
  { service, review_by, reminded_at, remind_after }: KeptService,
  today: string,
  now: Date,
): boolean {
  const isThere = service.status === 'active' || service.status === 'temporarily closed';
  const waits = Date.parse(remind_after ?? now.toISOString()) - now.getTime();
  // Longer than anybody is made to wait: a clock that was ahead wrote that down.
  const isTurn = waits <= 0 || waits > REFUSED_MS;
  return (
    isThere &&
    service.email !== undefined &&
    reminded_at === null &&
    isTurn &&
    reviewDue(review_by, today) !== 'fine'
  );
}

/** False when another instance has it, or it is not any more as it was read: the mails before it may have taken minutes. */
async function take(
  { db }: ServerStore,
  { library, id, changed_at }: KeptService,
  now: Date,
): Promise<boolean> {
  const taken = await db
    .updateTable('directory_services')
    .set({ reminded_at: now.toISOString() })
    .where('library', '=', library)
    .where('id', '=', id)
    .where('reminded_at', 'is', null)
    .where('changed_at', '=', changed_at)
    .executeTakeFirst();
  return taken.numUpdatedRows > 0n;
}

async function giveBack(
  { db }: ServerStore,
  { library, id }: KeptService,
  now: Date,
  why: 'refused' | 'no-server',
): Promise<void> {
  const after = why === 'refused' ? new Date(now.getTime() + REFUSED_MS).toISOString() : null;
  await db
    .updateTable('directory_services')
    .set({ reminded_at: null, remind_after: after })
    .where('library', '=', library)
    .where('id', '=', id)
    .where('reminded_at', '=', now.toISOString())
    .execute();
}
