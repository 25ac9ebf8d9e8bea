import type { AdminDoor, SignInResult } from '../../core/contract/admin.ts';
import { lockOutMs, triesLeft } from '../../core/domain/lock-out.ts';
import type { Role } from '../../core/domain/role.ts';
import type { WriteDb } from '../../db/open.ts';
import { countFailure, forgiveFailures, passLockOut, readAdminPin } from '../../db/ops/admin-pin.ts';
import { type Act, recordAct } from '../../db/ops/audit.ts';

/** How often a lock-out is written down while it lasts: a restart makes it longer by so much at most, and never shorter. */
const EVERY_MS = 10_000;

/** What signing in needs of the rest of the app. */
export type SignInPlan = {
  /** Uses the ops store. Undefined when there is none, or when it takes no writes. */
  readonly write: <T>(act: (ops: WriteDb, now: Date) => T) => T | undefined;
  /** The pepper of this machine; undefined when there is none. */
  readonly pepper: () => Uint8Array | undefined;
  readonly verify: (pin: string, hash: string, pepper: Uint8Array) => Promise<boolean>;
  /** Tells one visit from another. */
  readonly visit: () => number;
  /** Milliseconds that never go back, whatever the time of day does. */
  readonly elapsed: () => number;
  /** Does something again and again, every so many milliseconds, until the function it returns is called. */
  readonly repeat: (act: () => void, ms: number) => () => void;
};

/** Who is at the screen, and how somebody becomes its admin. */
export type SignIn = {
  /** `admin` from signing in until that visit is over, however it ends. */
  readonly role: () => Role;
  readonly door: () => AdminDoor;
  readonly signIn: (pin: string) => Promise<SignInResult>;
  /** The visit is over. */
  readonly visitOver: () => void;
  /** Writes down what the admin did. What does not go in is logged by whoever writes. */
  readonly record: (act: Act, detail: string) => void;
};

/**
 * The admin's door. A lock-out is counted in time that passes while the kiosk runs, and what is left of it stands in the ops store: so
 * neither a restart nor a clock that is set shortens it.
 */
export function openSignIn(plan: SignInPlan): SignIn {
  let signedIn: number | undefined;
  let countedAt = plan.elapsed();
  let stop: (() => void) | undefined;

  /** The PIN as it stands, after the time that has passed; undefined without a store. */
  const look = () => {
    const now = plan.elapsed();
    const seen = plan.write((ops) => {
      const before = readAdminPin(ops);
      if (before === undefined || before.locked_ms === 0) return { pin: before };
      passLockOut(ops, now - countedAt);
      return { pin: readAdminPin(ops) };
    });
    if (seen !== undefined) countedAt = now;
    watch((seen?.pin?.locked_ms ?? 0) > 0);
    return seen;
  };
  const watch = (locked: boolean) => {
    if (locked) stop ??= plan.repeat(() => void look(), EVERY_MS);
    else {
      stop?.();
      stop = undefined;
    }
  };
  const record: SignIn['record'] = (act, detail) => {
    plan.write((ops, now) => recordAct(ops, { at: now.toISOString(), act, detail }));
  };
  const judge = () => {
    const seen = look();
    if (seen === undefined) return { kind: 'no-store' } as const;
    const pepper = plan.pepper();
    if (seen.pin === undefined || pepper === undefined) return { kind: 'no-pin' } as const;
    const { failures, hash, locked_ms } = seen.pin;
    if (locked_ms > 0) return { kind: 'locked', secondsLeft: Math.ceil(locked_ms / 1000) } as const;
    return { kind: 'open', triesLeft: triesLeft(failures), hash, pepper } as const;
  };

  look(); // A lock-out from before a restart goes on.
  return {
    role: () => (signedIn !== undefined && signedIn === plan.visit() ? 'admin' : 'visitor'),
    door: () => {
      const judged = judge();
      return judged.kind === 'open' ? { kind: 'open', triesLeft: judged.triesLeft } : judged;
    },
    signIn: async (pin) => {
      const judged = judge();
      if (judged.kind !== 'open') return judged;
      const mine = plan.visit();
      const failures = plan.write(countFailure);
      if (failures === undefined) return { kind: 'no-store' };
      watch(lockOutMs(failures) > 0);
      if (await plan.verify(pin, judged.hash, judged.pepper)) {
        plan.write(forgiveFailures);
        watch(false);
        // Whoever walked away meanwhile leaves the kiosk to the next visitor.
        if (plan.visit() === mine) signedIn = mine;
        record('signed-in', '');
        return { kind: 'signed-in' };
      }
      if (lockOutMs(failures) === 0) return { kind: 'wrong', triesLeft: triesLeft(failures) };
      record('locked-out', String(failures));
      return { kind: 'locked', secondsLeft: Math.ceil(lockOutMs(failures) / 1000) };
    },
    visitOver: () => {
      if (signedIn !== undefined) record('signed-out', '');
      signedIn = undefined;
    },
    record,
  };
}
