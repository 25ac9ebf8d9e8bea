import type { AdminDoor, SignInResult } from '../../core/contract/admin.ts';
import { lockOutMs, triesLeft } from '../../core/domain/lock-out.ts';
import type { Role } from '../../core/domain/role.ts';
import type { WriteDb } from '../../db/open.ts';
import { type Act, recordAct } from '../../db/ops/audit.ts';
import { type KnownPerson, readPerson } from '../../db/ops/people.ts';
import {
  countFailure,
  DEVICE_ADMIN,
  forgiveFailures,
  isAnyLocked,
  passLockOuts,
  readPin,
} from '../../db/ops/pins.ts';

/** How often a lock-out is written down while it lasts: a restart makes it longer by so much at most, and never shorter. */
const EVERY_MS = 10_000;

/** What signing in needs of the rest of the app. */
export type SignInPlan = {
  /** Uses the ops store. Undefined when there is none, or when it takes no writes. */
  readonly write: <T>(act: (ops: WriteDb, now: Date) => T) => T | undefined;
  /** The pepper of this machine; undefined when there is none. Throws nothing: it is asked for while the store is written. */
  readonly pepper: () => Uint8Array | undefined;
  readonly verify: (pin: string, hash: string, pepper: Uint8Array) => Promise<boolean>;
  /** Tells one visit from another. */
  readonly visit: () => number;
  /** Ends the visit. */
  readonly end: () => void;
  /** Milliseconds that never go back, whatever the time of day does. */
  readonly elapsed: () => number;
  /** Does something again and again, every so many milliseconds, until the function it returns is called. */
  readonly repeat: (act: () => void, ms: number) => () => void;
};

/** Who is at the screen: a person, or whoever knows the PIN of this device (`admin`), and what they may do. */
export type SignedIn = { readonly who: string; readonly role: Role };

/** Who is at the screen, and how somebody becomes more than a visitor. `who`: the id of a person, or DEVICE_ADMIN. */
export type SignIn = {
  /** More than `visitor` from signing in until that visit is over, however it ends. */
  readonly role: () => Role;
  /** Who signed in in this visit; undefined for a visitor. */
  readonly signedIn: () => SignedIn | undefined;
  readonly door: (who: string) => AdminDoor;
  readonly signIn: (who: string, pin: string) => Promise<SignInResult>;
  /** The visit is over. */
  readonly visitOver: () => void;
  /**
   * The list of people may have changed: whoever is not on it any more, or is another one than whoever signed in, is shut out, and the visit
   * ends.
   */
  readonly peopleChanged: () => void;
  /** Writes down what was done, and by whom. What does not go in is logged by whoever writes. */
  readonly record: (act: Act, detail: string) => void;
};

/**
 * The door of staff and admins. A lock-out is counted in time that passes while the device runs, and what is left of it stands in the ops
 * store: so neither a restart nor a clock that is set shortens it.
 */
export function openSignIn(plan: SignInPlan): SignIn {
  let signedIn: (SignedIn & { readonly visit: number; readonly source: Source }) | undefined;
  let countedAt = plan.elapsed();
  let stop: (() => void) | undefined;

  /** The PIN of somebody as it stands, after the time that has passed; undefined without a store. */
  const look = (who: string) => {
    const now = plan.elapsed();
    const seen = plan.write((ops) => {
      const before = isAnyLocked(ops);
      if (before) passLockOuts(ops, now - countedAt);
      return { ...standingOf(ops, who), isLocked: before && isAnyLocked(ops) };
    });
    if (seen !== undefined) countedAt = now;
    watch(seen?.isLocked ?? false);
    return seen;
  };
  const watch = (locked: boolean) => {
    if (locked) stop ??= plan.repeat(() => void look(DEVICE_ADMIN), EVERY_MS);
    else {
      stop?.();
      stop = undefined;
    }
  };
  const write = (act: Act, person: string | null, detail: string) => {
    plan.write((ops, now) => recordAct(ops, { at: now.toISOString(), act, person, detail }, plan.pepper()));
  };
  const judge = (who: string) => {
    const seen = look(who);
    if (seen === undefined) return { kind: 'no-store' } as const;
    const pepper = plan.pepper();
    // Of somebody who left nothing more is told than of somebody who never chose a PIN.
    if (seen.pin === undefined || seen.role === undefined || pepper === undefined)
      return { kind: 'no-pin' } as const;
    const { failures, hash, locked_ms } = seen.pin;
    if (locked_ms > 0) return { kind: 'locked', secondsLeft: Math.ceil(locked_ms / 1000) } as const;
    return { kind: 'open', triesLeft: triesLeft(failures), hash, pepper } as const;
  };
  const current = () => (signedIn !== undefined && signedIn.visit === plan.visit() ? signedIn : undefined);

  look(DEVICE_ADMIN); // A lock-out from before a restart goes on.
  return {
    role: () => current()?.role ?? 'visitor',
    signedIn: current,
    door: (who) => {
      const judged = judge(who);
      return judged.kind === 'open' ? { kind: 'open', triesLeft: judged.triesLeft } : judged;
    },
    signIn: async (who, pin) => {
      const judged = judge(who);
      if (judged.kind !== 'open') return judged;
      const mine = plan.visit();
      const failures = plan.write((ops) => countFailure(ops, who));
      if (failures === undefined) return { kind: 'no-store' };
      if (lockOutMs(failures) > 0) watch(true);
      if (await plan.verify(pin, judged.hash, judged.pepper)) {
        plan.write((ops) => forgiveFailures(ops, who));
        // Who left meanwhile is not on the list any more, and of whom the library's list took the place the PIN is gone.
        const { role, source, pin: kept } = look(who) ?? {};
        if (role === undefined || source === undefined || kept === undefined) return { kind: 'no-pin' };
        // Whoever walked away meanwhile leaves the kiosk to the next visitor.
        if (plan.visit() === mine) {
          signedIn = { who, role, source, visit: mine };
          write('signed-in', who, '');
        }
        return { kind: 'signed-in', role };
      }
      if (lockOutMs(failures) === 0) return { kind: 'wrong', triesLeft: triesLeft(failures) };
      write('locked-out', who, String(failures));
      return { kind: 'locked', secondsLeft: Math.ceil(lockOutMs(failures) / 1000) };
    },
    visitOver: () => {
      if (signedIn !== undefined) write('signed-out', signedIn.who, '');
      signedIn = undefined;
    },
    peopleChanged: () => {
      const mine = current();
      if (mine === undefined) return;
      const now = plan.write((ops) => standingOf(ops, mine.who));
      // Nothing is known without a store: whoever signed in stays what they were.
      if (now === undefined) return;
      if (now.role === mine.role && now.source === mine.source && now.pin !== undefined) return;
      signedIn = undefined;
      write('shut-out', mine.who, '');
      plan.end();
    },
    record: (act, detail) => write(act, current()?.who ?? null, detail),
  };
}

/** Where somebody was added; the same id of another source is another person. */
type Source = KnownPerson['source'];

/** What somebody may do here, by whose list, and with which PIN. */
function standingOf(ops: WriteDb, who: string) {
  const person = who === DEVICE_ADMIN ? ({ role: 'admin', source: 'here' } as const) : readPerson(ops, who);
  return { role: person?.role, source: person?.source, pin: readPin(ops, who) };
}
