import type { Log } from '../log.ts';
import type { Spoken } from './server-line.ts';

/** What contact about handovers needs of the rest of the app. */
export type HandoverContactPlan = {
  /** Tells the server of handovers and hears of them, and of nothing else. */
  readonly tell: () => Promise<Spoken>;
  /** Does something of them wait to be told, and does any go on? */
  readonly look: () => { readonly isUntold: boolean; readonly goesOn: boolean };
  /** Milliseconds until the next contact, after so many failures in a row. */
  readonly untilNext: (failures: number) => number;
  /** Does something every few seconds. */
  readonly often: (act: () => void) => void;
  /** Milliseconds that never go back, whatever the time of day does. */
  readonly elapsed: () => number;
  readonly log: Log;
};

/** Keeps the server told of handovers, and the desk of how far they are. */
export type HandoverContact = {
  /** Something was put down for the server: it goes now. */
  readonly told: () => void;
  /** Somebody at the desk sees how far they are. */
  readonly looked: () => void;
};

/** The page asks more often than this as long as somebody sees it. */
const LOOKED_MS = 15_000;

/**
 * Beside the usual contact, which comes a few times a day: the partner asks for the code within minutes, and somebody at the desk may wait for
 * what the partner says. So what is not told yet is tried again within minutes, also after a start, and while the desk looks at handovers that go on,
 * the server is asked of them every minute or so.
 */
export function startHandoverContact(plan: HandoverContactPlan): HandoverContact {
  const { tell, look, untilNext, often, elapsed, log } = plan;
  let failures = 0;
  let dueAt = elapsed() + untilNext(failures);
  let lookedAt = Number.NEGATIVE_INFINITY;
  const contact = async () => {
    dueAt = Number.POSITIVE_INFINITY;
    const reply = await tell();
    if (!reply.ok) log.trouble('handovers-not-told', reply.message);
    // What the server neither takes nor refuses is tried less and less often too.
    failures = reply.ok && !look().isUntold ? 0 : failures + 1;
    dueAt = elapsed() + untilNext(failures);
  };
  often(() => {
    if (elapsed() < dueAt) return;
    const { isUntold, goesOn } = look();
    if (isUntold || (goesOn && elapsed() - lookedAt < LOOKED_MS)) void contact();
  });
  return {
    told: () => {
      failures = 0;
      void contact();
    },
    looked: () => {
      lookedAt = elapsed();
    },
  };
}
