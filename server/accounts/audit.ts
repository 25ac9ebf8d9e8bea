import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AuditPage } from '../../core/contract/administration/account.ts';
import { printable } from '../store/printable.ts';
import type { Tables } from '../store/tables.ts';
import type { Actor } from './actor.ts';

const PAGE = 100;
const LONGEST = 300;

/** Who did something: an account, or a command at the server, which knows at most the library. */
export type Doer = Partial<Pick<Actor, 'id' | 'name'>> & { readonly library: string | null | undefined };

/**
 * Writes down what was done, in the transaction that does it: both are there, or neither. It goes into the trail of the library
 * that the request was about. `what`: past tense in small letters and hyphens (`device-approved`); `onWhat`: the id of it, or a
 * name; never a text of a visitor, a password or a code. The databases themselves refuse to change it afterwards.
 */
export async function writeAudit(
  trx: Kysely<Tables>,
  who: Doer,
  what: string,
  onWhat: string,
): Promise<void> {
  const at = new Date();
  await trx
    .insertInto('audit')
    .values({
      id: lineId(at.getTime()),
      library: who.library ?? null,
      at: at.toISOString(),
      account: who.id ?? null,
      account_name: who.name ?? null,
      what,
      on_what: printable(onWhat).slice(0, LONGEST),
    })
    .execute();
}

let newest = 0;
let inOneMoment = 0;

/** Sorts by time, and lines that this process writes in one millisecond in the order in which it writes them. */
function lineId(at: number): string {
  inOneMoment = at === newest ? inOneMoment + 1 : 0;
  newest = at;
  const order = (inOneMoment % 0x1_0000).toString(16).padStart(4, '0');
  return `${at.toString(16).padStart(12, '0')}-${order}${randomBytes(8).toString('hex')}`;
}

/** What was done at a library, newest first, from before an entry on when one is given; with no library what was about none. */
export async function readAudit(
  db: Kysely<Tables>,
  library: string | undefined,
  before?: string,
): Promise<AuditPage> {
  const rows = await db
    .selectFrom('audit')
    .select(['id', 'at', 'account_name', 'what', 'on_what'])
    .where('library', library === undefined ? 'is' : '=', library ?? null)
    .$if(before !== undefined, (query) => query.where('id', '<', String(before)))
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
    .execute();
  return {
    entries: rows.slice(0, PAGE).map(({ id, at, account_name, what, on_what }) => ({
      id,
      at,
      by: account_name,
      what,
      onWhat: on_what,
    })),
    more: rows.length > PAGE,
  };
}
