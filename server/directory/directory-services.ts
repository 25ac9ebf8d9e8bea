import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { ServiceInList } from '../../core/contract/administration/directory.ts';
import { isCalendarDate } from '../../core/domain/calendar-date.ts';
import { checkRecord } from '../../core/domain/directory/check-record.ts';
import { editService, type ServiceEdit } from '../../core/domain/directory/edit-service.ts';
import { assuredOn, nextReview, reviewDue } from '../../core/domain/directory/review-due.ts';
import { Service } from '../../core/domain/directory/service.ts';
import type { Tables } from '../store/tables.ts';
import type { DirectoryServiceRow } from './directory-tables.ts';

type Edit = z.output<typeof ServiceEdit>;

/** A service with what the library keeps beside it. */
export type KeptService = Omit<DirectoryServiceRow, 'record'> & { readonly service: Service };

/** The services of a library, those first whose review comes first. */
export async function listServices(db: Kysely<Tables>, library: string): Promise<KeptService[]> {
  const rows = await db
    .selectFrom('directory_services')
    .selectAll()
    .where('library', '=', library)
    .orderBy('review_by')
    .orderBy('id')
    .execute();
  return rows.map(kept);
}

/** A service of a library; undefined when it has none of that id. */
export async function findService(
  db: Kysely<Tables>,
  library: string,
  id: string,
): Promise<KeptService | undefined> {
  const row = await db
    .selectFrom('directory_services')
    .selectAll()
    .where('library', '=', library)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && kept(row);
}

/** What the list shows of a service. */
export function inList({ service, review_by, reminded_at }: KeptService, today: string): ServiceInList {
  return {
    id: service.id,
    name: service.name,
    organization: service.organization?.name ?? '',
    email: service.email ?? null,
    assuredDate: service.assured_date ?? null,
    reviewBy: review_by,
    due: reviewDue(review_by, today),
    remindedAt: reminded_at,
  };
}

/** Adds a service that was filled in; its id. */
export async function addService(
  db: Kysely<Tables>,
  library: string,
  edit: Edit,
  reviewBy: string,
  now: Date,
): Promise<string> {
  const id = randomUUID();
  const service = editService({ id, name: edit.name, status: edit.status }, edit, randomUUID);
  await put(db, { library, id, record: JSON.stringify(service), review_by: reviewBy }, now);
  return id;
}

/**
 * Changes a service as it was at `changedAt`. `changed`: somebody else changed it since, and it stays as that one left it;
 * `none`: there is no such service.
 */
export async function saveService(
  trx: Kysely<Tables>,
  { library, id, changedAt }: { readonly library: string; readonly id: string; readonly changedAt: string },
  edit: Edit,
  reviewBy: string,
  now: Date,
): Promise<{ readonly changedAt: string } | 'none' | 'changed'> {
  const before = await findService(trx, library, id);
  if (before === undefined) return 'none';
  // Never the moment of the change before, or whoever read that one could write over this.
  const moment = new Date(Math.max(now.getTime(), Date.parse(before.changed_at) + 1)).toISOString();
  const service = editService(before.service, edit, randomUUID);
  const saved = await trx
    .updateTable('directory_services')
    .set({
      record: JSON.stringify(service),
      review_by: reviewBy,
      changed_at: moment,
      // Another address may be a better one.
      remind_after: null,
      ...(isRemindedAnew(before, service, reviewBy) && { reminded_at: null }),
    })
    .where('library', '=', library)
    .where('id', '=', id)
    .where('changed_at', '=', changedAt)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n ? { changedAt: moment } : 'changed';
}

/**
 * Takes a service in as HSDS has it, as far as it is of use; undefined when it is of none. One that is there takes it over and keeps the
 * review day that the library gave it, unless somebody looked at the service since: a list that comes in each week says nothing new.
 */
export async function bringIn(
  db: Kysely<Tables>,
  library: string,
  record: unknown,
  now: Date,
): Promise<{ readonly id: string | undefined; readonly remarks: readonly string[] }> {
  const { value, remarks } = checkRecord(Service, record);
  const told = remarks
    .filter(({ dropped }) => dropped !== 'unused')
    .map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (value === undefined) return { id: undefined, remarks: told };
  const before = await findService(db, library, value.id);
  const isAssuredSince =
    before === undefined ||
    (assuredOn(value.assured_date) ?? '') > (assuredOn(before.service.assured_date) ?? '');
  const review_by = isAssuredSince
    ? nextReview(value.assured_date, now.toISOString().slice(0, 10))
    : before.review_by;
  const forgets = before !== undefined && isRemindedAnew(before, value, review_by);
  await put(db, { library, id: value.id, record: JSON.stringify(value), review_by }, now, forgets);
  return { id: value.id, remarks: told };
}

/** Takes a service of a library out, with the addresses in it and when its contact was reminded. False when it has none of that id. */
export async function removeService(db: Kysely<Tables>, library: string, id: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('directory_services')
    .where('library', '=', library)
    .where('id', '=', id)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** Writes down that the contact of a service was reminded. */
export async function noteReminder(
  db: Kysely<Tables>,
  library: string,
  id: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable('directory_services')
    .set({ reminded_at: now.toISOString() })
    .where('library', '=', library)
    .where('id', '=', id)
    .execute();
}

/** Once for each review and address: one that was put off is another review, and who has the new address was never asked. */
function isRemindedAnew(before: KeptService, { email }: Service, reviewBy: string): boolean {
  return reviewBy > before.review_by || email !== before.service.email;
}

/** `forgets`: that somebody was reminded. */
async function put(
  db: Kysely<Tables>,
  row: Pick<DirectoryServiceRow, 'library' | 'id' | 'record' | 'review_by'>,
  now: Date,
  forgets = false,
): Promise<void> {
  await db
    .insertInto('directory_services')
    .values({ ...row, reminded_at: null, remind_after: null, changed_at: now.toISOString() })
    .onConflict((conflict) =>
      conflict.columns(['library', 'id']).doUpdateSet({
        record: row.record,
        review_by: row.review_by,
        ...(forgets && { reminded_at: null }),
        remind_after: null,
        changed_at: now.toISOString(),
      }),
    )
    .execute();
}

/**
 * Without what an earlier version took and this one would refuse: one schedule must not keep a whole list from being read. Nor may a review
 * day that is none: it is then due since it came in, as one that was never assured.
 */
function kept({ record, ...row }: DirectoryServiceRow): KeptService {
  const { value } = checkRecord(Service, JSON.parse(record));
  const review_by = isCalendarDate(row.review_by) ? row.review_by : row.changed_at.slice(0, 10);
  return { ...row, review_by, service: value ?? Service.parse(JSON.parse(record)) };
}
