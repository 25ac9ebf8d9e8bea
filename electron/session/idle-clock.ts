import { helpedRule, type IdlePhase, type IdleRule, idlePhase } from '../../core/domain/idle.ts';

const TICK_MS = 200;

/** Watches a visit for quiet. It runs only while there is a visit; the attract screen may stand for days. */
export type IdleClock = {
  /** Somebody did something: the visit starts, or goes on. */
  readonly touch: () => void;
  /** Somebody helps the visitor: until the visit is over, the clock waits longer. */
  readonly help: () => void;
  /** Is there no visit going on? */
  readonly isResting: () => boolean;
  /** The visit is over: nothing to watch. */
  readonly stop: () => void;
};

/**
 * Starts a clock that tells every change of phase. `now` counts milliseconds and never goes back, whatever
 * the time of day does.
 */
export function startIdleClock(
  rule: IdleRule,
  now: () => number,
  tell: (phase: IdlePhase) => void,
): IdleClock {
  let timer: NodeJS.Timeout | undefined;
  let touchedAt = 0;
  let last = '';
  let current = rule;
  const look = () => {
    const phase = idlePhase(current, now() - touchedAt);
    const said = JSON.stringify(phase);
    if (said === last) return;
    last = said;
    if (phase.kind === 'over') stop();
    tell(phase);
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    current = rule;
    last = JSON.stringify({ kind: 'active' });
  };
  const touch = () => {
    touchedAt = now();
    timer ??= setInterval(look, TICK_MS);
    look();
  };
  stop();
  return {
    touch,
    help: () => {
      current = helpedRule(rule);
      touch();
    },
    isResting: () => timer === undefined,
    stop,
  };
}
