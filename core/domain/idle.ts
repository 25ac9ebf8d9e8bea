/** How long a kiosk stays with a visitor who does nothing: seconds of quiet, then seconds of warning. */
export type IdleRule = { readonly quietSeconds: number; readonly warningSeconds: number };

/** Where a visit stands: going on, being warned, or over. */
export type IdlePhase =
  | { readonly kind: 'active' }
  | { readonly kind: 'warning'; readonly secondsLeft: number }
  | { readonly kind: 'over' };

/** The rule a kiosk has when nobody says otherwise. WCAG 2.2.1 asks for at least 20 seconds of warning. */
export const USUAL_IDLE: IdleRule = { quietSeconds: 90, warningSeconds: 30 };

/** The rule at the desk's own PC, which locks then: staff look at the screen only now and then. */
export const DESK_IDLE: IdleRule = { quietSeconds: 15 * 60, warningSeconds: 30 };

/** A rule from the seconds of quiet alone: the warning lasts as long again, at most as long as usual, at least one second. */
export function idleRule(quietSeconds: number): IdleRule {
  return {
    quietSeconds,
    warningSeconds: Math.max(1, Math.min(USUAL_IDLE.warningSeconds, Math.ceil(quietSeconds))),
  };
}

/** How many times as long a kiosk waits for a visitor who is being helped: two people look at a letter, not at the glass. */
export const HELPED_TIMES = 10;

/**
 * The rule while somebody helps the visitor. It ends as well: two people can walk away together. It is never longer than the desk's own:
 * staff who look together with a visitor there would leave their log open else.
 */
export function helpedRule({ quietSeconds, warningSeconds }: IdleRule): IdleRule {
  const longest = Math.max(quietSeconds, DESK_IDLE.quietSeconds);
  return { quietSeconds: Math.min(quietSeconds * HELPED_TIMES, longest), warningSeconds };
}

/** The phase after `quietMs` milliseconds without activity. Whole seconds are counted down to 1, never shown as 0. */
export function idlePhase(rule: IdleRule, quietMs: number): IdlePhase {
  const left = rule.quietSeconds + rule.warningSeconds - quietMs / 1000;
  if (left <= 0) return { kind: 'over' };
  return left > rule.warningSeconds ? { kind: 'active' } : { kind: 'warning', secondsLeft: Math.ceil(left) };
}
