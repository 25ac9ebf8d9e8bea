import { z } from 'zod';
import { addDays, type CalendarDate } from '../calendar-date.ts';

/**
 * How far a warm handover is. `given`: the visitor has the slip. `called`: desk and visitor called the partner together.
 * `accepted`: the partner takes it on. `done`: the partner helped. `no-show`: the visitor did not come. `withdrawn`: the visitor
 * wants it no more.
 */
export const HandoverState = z.enum(['given', 'called', 'accepted', 'done', 'no-show', 'withdrawn']);
export type HandoverState = z.infer<typeof HandoverState>;

/** Who says how far it is: the library's desk, or the partner on the page of the server. */
export type HandoverSide = 'desk' | 'partner';

/** So many days at most lies what a visitor typed, locked, anywhere; and so long a code is worth something. */
export const MOST_DAYS_SEALED = 14;
export const MOST_DAYS_OPEN = 60;

/** What can come after what, and who may say so. Somebody who did not show up can come all the same. */
const MOVES: Readonly<
  Record<HandoverState, Partial<Readonly<Record<HandoverState, readonly HandoverSide[]>>>>
> = {
  given: {
    called: ['desk'],
    accepted: ['desk', 'partner'],
    'no-show': ['desk', 'partner'],
    withdrawn: ['desk'],
  },
  called: { accepted: ['desk', 'partner'], 'no-show': ['desk', 'partner'], withdrawn: ['desk'] },
  accepted: { done: ['desk', 'partner'], 'no-show': ['desk', 'partner'], withdrawn: ['desk'] },
  'no-show': { accepted: ['desk', 'partner'], withdrawn: ['desk'] },
  done: {},
  withdrawn: {},
};

/** What a side may say next, in the order in which it mostly happens. */
export function movesFrom(state: HandoverState, side: HandoverSide): HandoverState[] {
  return HandoverState.options.filter((to) => MOVES[state][to]?.includes(side));
}

/** The state after a side said `to`; undefined when it may not say so now. */
export function move(state: HandoverState, to: HandoverState, side: HandoverSide): HandoverState | undefined {
  return movesFrom(state, side).includes(to) ? to : undefined;
}

/**
 * The state after the desk said these things one after another. What it may not say any more, because the partner went further
 * meanwhile, changes nothing.
 */
export function afterDesk(state: HandoverState, said: readonly HandoverState[]): HandoverState {
  return said.reduce((now, to) => move(now, to, 'desk') ?? now, state);
}

/** What the desk says of a handover that was just given, one thing after another, so that it comes to a state. */
export function sayingsTo(state: HandoverState): HandoverState[] {
  if (state === 'given') return [];
  return move('given', state, 'desk') === undefined ? ['accepted', state] : [state];
}

/** Does nothing come after it, so that what is sealed has no purpose any more? */
export function isOver(state: HandoverState): boolean {
  return state === 'done' || state === 'withdrawn';
}

/** The first day on which what was typed on `given` is nowhere any more. */
export function sealedUntil(given: CalendarDate): CalendarDate {
  return addDays(given, MOST_DAYS_SEALED);
}

/** The first day on which the code is worth nothing and the handover is forgotten. */
export function openUntil(given: CalendarDate): CalendarDate {
  return addDays(given, MOST_DAYS_OPEN);
}
