import type { Log } from '../log.ts';
import type { Spoken } from './server-line.ts';

/** What contact with the server needs of the rest of the app. */
export type ContactPlan = {
  /** Does this device belong to a server that still hears it? */
  readonly isEnrolled: () => boolean;
  /** Tells the server what waits, in a process of its own. */
  readonly tell: () => Promise<Spoken>;
  /** Milliseconds until the next contact, after so many failures in a row; undefined before the first. */
  readonly untilNext: (failures: number | undefined) => number;
  readonly later: (act: () => void, ms: number) => void;
  readonly log: Log;
};

/** Tells the server now and then what happened. A kiosk that belongs to none only looks whether that is still so. */
export function startServerContact({ isEnrolled, tell, untilNext, later, log }: ContactPlan): void {
  let failures: number | undefined;
  const next = () => later(() => void contact(), untilNext(failures));
  const contact = async () => {
    if (isEnrolled()) {
      const reply = await tell();
      failures = reply.ok ? 0 : (failures ?? 0) + 1;
      if (!reply.ok) log.trouble('server-not-told', reply.message);
    }
    next();
  };
  next();
}
