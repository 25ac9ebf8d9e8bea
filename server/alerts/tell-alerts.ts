import { z } from 'zod';
import { AlertFinding } from '../../core/domain/alerts/alert.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { printable } from '../store/printable.ts';
import { waitForLocks } from '../store/wait-for-locks.ts';
import type { GoesOn } from '../upkeep/start-upkeep.ts';
import type { AlertMessageRow, AlertRow } from './alert-tables.ts';
import { dueMessages, LONGEST_WAIT_MS } from './due-messages.ts';
import { putOverInLine, type WaysOf } from './message-line.ts';

const Refused = z.array(z.string());

const MINUTE_MS = 60_000;
/** The tries of one message: they reach over a day and a half. */
const MOST_TRIES = 12;
/** An instance that takes a message has it for so long. When it is gone by then, another one tells it. */
const LEASE_MS = 5 * MINUTE_MS;
const NO_WAY = 'The settings of alerts name no such way for this library any more.';
const BOTH_WAYS: WaysOf = () => ['webhook', 'mail'];
/** So much of why it came to nothing is kept. */
const LONGEST_WHY = 400;

/** What a message says; texts come without control characters. */
export type Message = {
  readonly alert: AlertRow;
  readonly about: AlertMessageRow['about'];
  readonly finding: AlertFinding;
  readonly libraryName: string;
  /** The branch of a device; the library itself for what it publishes. */
  readonly place: string;
  /** Whom it is for of several: those whom an earlier try did not reach, as PartlyToldError named them. Null: all. */
  readonly refused: readonly string[] | null;
};

/** It is not known whether it arrived: all was sent, and no answer came. */
export class MaybeToldError extends Error {}

/** It arrived at some and not at others, who are told the next time. `refused` names those without saying who they are. */
export class PartlyToldError extends Error {
  readonly refused: readonly string[];
  constructor(refused: readonly string[], message: string) {
    super(message);
    this.refused = refused;
  }
}

/** Tells a library by one way. Throws PartlyToldError when it arrived at some only, MaybeToldError when it may have arrived, and with a sentence when it did not arrive; undefined when the library has no such way. */
export type Teller = (message: Message) => Promise<void> | undefined;

/** How many messages were told, and how many came to nothing this time. */
export type Told = { readonly told: number; readonly failed: number };

/**
 * Tells what is in line. Each message is taken by one instance; one that comes to nothing is tried again, later each time, for a day and a
 * half, and what else there is for its receiver is put off: other libraries wait for one of its messages alone. Each waits for an answer, so a server that is to stop leaves the rest in line. So it leaves what goes by ways that `waysOf` does not
 * name: another instance may have them. An instance that ends between telling and writing that down makes it come twice, under the same id. Throws the error of the database.
 */
export async function tellAlerts(
  store: ServerStore,
  tellers: Readonly<Record<AlertMessageRow['way'], Teller>>,
  now: () => Date,
  goesOn: GoesOn = () => true,
  waysOf: WaysOf = BOTH_WAYS,
): Promise<Told> {
  const { own, nobodys } = await dueMessages(store, waysOf, now());
  const sum = { told: 0, failed: 0 };
  const down = new Set<string>();
  for (const message of own) {
    if (!goesOn()) break;
    const receiver = `${message.library} ${message.way}`;
    if (down.has(receiver)) {
      await putOff(store, message, now());
      continue;
    }
    if (!(await take(store, message, now()))) continue;
    const came = await tell(store, tellers[message.way], message);
    await note(store, message, came, now());
    if (came.to === 'told' || came.to === 'some') sum.told += 1;
    if (came.to !== 'nothing') continue;
    sum.failed += 1;
    down.add(receiver);
  }
  for (const message of nobodys) if (await giveUp(store, message)) sum.failed += 1;
  return sum;
}

/** Nobody tells it: it goes out of line with the reason. */
async function giveUp({ db }: ServerStore, message: AlertMessageRow): Promise<boolean> {
  const maybe = message.maybe_told > 0 || mayHaveEnded(message);
  const given = await db
    .updateTable('alert_messages')
    .set({ next_try_at: null, refused: null, failure: NO_WAY, maybe_told: maybe ? 1 : 0 })
    .where('alert', '=', message.alert)
    .where('about', '=', message.about)
    .where('way', '=', message.way)
    .where('next_try_at', '=', message.next_try_at)
    .executeTakeFirst();
  return given.numUpdatedRows > 0n;
}

/** Its last try was of an instance that ended: nobody knows what came of it. */
function mayHaveEnded({ tries, failure }: AlertMessageRow): boolean {
  return tries > 0 && failure === null;
}

/**
 * Its receiver did not take another message a moment ago: it waits half as long as after a try, and no try is counted. So it comes before
 * that one the next time, and one message that is never taken holds up none of the others.
 */
async function putOff({ db }: ServerStore, message: AlertMessageRow, now: Date): Promise<void> {
  await db
    .updateTable('alert_messages')
    .set({ next_try_at: new Date(now.getTime() + waitAfter(message.tries)).toISOString() })
    .where('alert', '=', message.alert)
    .where('about', '=', message.about)
    .where('way', '=', message.way)
    .where('next_try_at', '=', message.next_try_at)
    .where('tries', '=', message.tries)
    .execute();
}

/** How long a message waits after so many tries. */
function waitAfter(tries: number): number {
  return Math.min(LONGEST_WAIT_MS, MINUTE_MS * 2 ** (tries - 1));
}

async function take({ db }: ServerStore, message: AlertMessageRow, now: Date): Promise<boolean> {
  const taken = await db
    .updateTable('alert_messages')
    .set({
      tries: message.tries + 1,
      failure: null,
      next_try_at: new Date(now.getTime() + LEASE_MS).toISOString(),
    })
    .where('alert', '=', message.alert)
    .where('about', '=', message.about)
    .where('way', '=', message.way)
    .where('next_try_at', '=', message.next_try_at)
    .where('tries', '=', message.tries)
    .executeTakeFirst();
  return taken.numUpdatedRows > 0n;
}

/** What came of it. `some`: it arrived at some. `over`: the alert was over before it was told. `maybe`: this try may have arrived. */
type Came =
  | { readonly to: 'told' }
  | { readonly to: 'some'; readonly why: string; readonly refused: readonly string[] }
  | { readonly to: 'nothing'; readonly why: string; readonly maybe: boolean }
  | { readonly to: 'over'; readonly maybe: false };

async function tell(
  { db }: ServerStore,
  teller: Teller,
  { alert: id, about, refused }: AlertMessageRow,
): Promise<Came> {
  const row = await db
    .selectFrom('alerts')
    .innerJoin('libraries', 'libraries.id', 'alerts.library')
    .leftJoin('devices', 'devices.id', 'alerts.device')
    .leftJoin('branches', (join) =>
      join.onRef('branches.library', '=', 'devices.library').onRef('branches.id', '=', 'devices.branch'),
    )
    .selectAll('alerts')
    .select(['libraries.name as library_name', 'branches.name as branch_name'])
    .where('alerts.id', '=', id)
    .executeTakeFirstOrThrow();
  const { library_name, branch_name, ...alert } = row;
  if (about === 'opened' && alert.closed_at !== null) return { to: 'over', maybe: false };
  try {
    const finding = AlertFinding.parse(JSON.parse(alert.finding));
    const libraryName = printable(library_name);
    const place = branch_name === null ? libraryName : printable(branch_name);
    const left = refused === null ? null : Refused.parse(JSON.parse(refused));
    const telling = teller({ alert, about, finding, libraryName, place, refused: left });
    if (telling === undefined) return { to: 'nothing', why: NO_WAY, maybe: false };
    await telling;
    return { to: 'told' };
  } catch (error) {
    const why = withoutAddresses(printable(error instanceof Error ? error.message : String(error)));
    if (error instanceof PartlyToldError) return { to: 'some', why, refused: error.refused };
    return { to: 'nothing', why, maybe: error instanceof MaybeToldError };
  }
}

/** What a mail server answers names who gets the mail; that stands in the settings, and is kept nowhere else. */
function withoutAddresses(text: string): string {
  const kept = text.slice(0, 10 * LONGEST_WHY).replace(/<?[^\s<>"'(),;:]*@[^\s<>"'(),;:]*>?/g, '(address)');
  return kept.slice(0, LONGEST_WHY);
}

/**
 * Writes down what came of it. The alert is held meanwhile, as it is while it is closed: whoever comes second sees what the other one did,
 * so that who was told that it began is told that it is over, and nobody is told that it began afterwards.
 */
async function note(
  { db, kind }: ServerStore,
  message: AlertMessageRow,
  came: Came,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const tries = message.tries + 1;
  // What may have arrived stays so, whatever later tries come to. A try of an instance that ended says nothing of what came of it.
  const maybe = message.maybe_told > 0 || mayHaveEnded(message) || (came.to === 'nothing' && came.maybe);
  await db.transaction().execute(async (trx) => {
    await waitForLocks(trx, kind); // it was told: where that is not written down, it is told again
    const alert = await trx
      .updateTable('alerts')
      .set((make) => ({ closed_at: make.ref('closed_at') }))
      .where('id', '=', message.alert)
      .returning(['id', 'library', 'device', 'kind', 'closed_at'])
      .executeTakeFirstOrThrow();
    const isOver = message.about === 'opened' && alert.closed_at !== null;
    const isAgain = (came.to === 'nothing' || came.to === 'some') && tries < MOST_TRIES && !isOver;
    const noted = await trx
      .updateTable('alert_messages')
      .set({
        next_try_at: isAgain ? new Date(now.getTime() + waitAfter(tries)).toISOString() : null,
        told_at: message.told_at ?? (came.to === 'told' || came.to === 'some' ? at : null),
        failure: came.to === 'nothing' || came.to === 'some' ? came.why : null,
        ...(!isAgain && { refused: null }),
        ...(isAgain && came.to === 'some' && { refused: JSON.stringify(came.refused) }),
        ...(maybe ? { maybe_told: 1 } : {}),
      })
      .where('alert', '=', message.alert)
      .where('about', '=', message.about)
      .where('way', '=', message.way)
      // Taken by another one in the meantime: then what it says stays.
      .where('tries', '=', tries)
      .executeTakeFirst();
    if (isOver && (came.to === 'told' || came.to === 'some' || maybe) && noted.numUpdatedRows > 0n)
      await putOverInLine(trx, alert, [message.way], at);
  });
}
