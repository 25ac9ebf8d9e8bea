import { type AskingTold, type DeskWord, withoutAnswers } from './help-asking.ts';
import type { HelpRequest, PlaceNumber } from './help-request.ts';

/**
 * How a request stands at this desk. `saying`: this desk pressed, and the kiosk did not answer yet; only what the kiosk says counts.
 */
export type BoardState = 'waiting' | 'saying' | 'mine' | 'other';

/** A request as a desk sees it. */
export type BoardEntry = {
  /** The key of the kiosk. */
  readonly kiosk: string;
  /** The figure on that screen. */
  readonly number: PlaceNumber | null;
  readonly request: HelpRequest;
  readonly state: BoardState;
  /** The desk that has it, when that is another one and it has a figure. */
  readonly other: PlaceNumber | null;
  /** When this desk heard of it first, and since when its line is cut: milliseconds that only rise. */
  readonly since: number;
  readonly cutAt: number | null;
  /** This desk said that it goes, and began again since: nobody at it may know any more. */
  readonly again?: true;
};

/** The requests at a desk, one a kiosk, the oldest first. */
export type Board = readonly BoardEntry[];

/** A request whose line stays cut is shown for so long: the visitor has walked by then. Milliseconds. */
export const CUT_MS = 10 * 60_000;

/** What a kiosk told, and the figure on its screen. */
export type KioskTold = AskingTold & { readonly number: PlaceNumber | null };

/**
 * A kiosk told how its request stands. `rings`: somebody should look, because it is new here, or waits again. One that comes as this desk's and
 * is not known was taken before the desk began again: a visitor waits for somebody who may not come.
 */
export function heard(
  board: Board,
  kiosk: string,
  told: KioskTold,
  now: number,
): { readonly board: Board; readonly rings: boolean } {
  const before = board.find((entry) => entry.kiosk === kiosk);
  const others = board.filter((entry) => entry.kiosk !== kiosk);
  const { request } = told;
  if (request === null) return { board: others, rings: false };
  const known = before?.request.id === request.id ? before : undefined;
  const state = told.taken === 'you' ? 'mine' : told.taken === 'other' ? 'other' : 'waiting';
  const isAgain = state === 'mine' && (known === undefined || known.again === true);
  const entry: BoardEntry = {
    ...{ kiosk, number: told.number, request, state, other: told.desk, cutAt: null },
    since: known?.since ?? now,
    ...(isAgain ? { again: true as const } : {}),
  };
  const next =
    known === undefined ? [...others, entry] : board.map((each) => (each === known ? entry : each));
  const waited = known?.state === 'waiting' || known?.state === 'saying';
  return { board: next, rings: (state === 'waiting' && !waited) || (isAgain && known === undefined) };
}

/**
 * The line to a kiosk is cut. What it asked is still shown: the visitor stands there all the same. Not the answers: nobody can say any more
 * that the visitor left. The kiosk tells them again when the line is back.
 */
export function lineCut(board: Board, kiosk: string, now: number): Board {
  return board.map((entry) => {
    if (entry.kiosk !== kiosk || entry.cutAt !== null) return entry;
    // Nobody knows whether it was heard: the kiosk says so when the line is back.
    const state = entry.state === 'saying' ? 'waiting' : entry.state;
    return { ...entry, request: withoutAnswers(entry.request), state, cutAt: now };
  });
}

/** A kiosk does not belong here any more: nothing of it is shown. */
export function kioskGone(board: Board, kiosk: string): Board {
  return board.filter((entry) => entry.kiosk !== kiosk);
}

/**
 * Somebody at this desk pressed. `say`: the kiosk that is to hear it; undefined when it makes no sense as things stand, and then nothing
 * changes.
 */
export function pressed(
  board: Board,
  request: string,
  word: DeskWord,
): { readonly board: Board; readonly say: string | undefined } {
  const entry = board.find((each) => each.request.id === request);
  const fits = word === 'take' ? entry?.state === 'waiting' : entry?.state === 'mine';
  if (entry === undefined || !fits || entry.cutAt !== null) return { board, say: undefined };
  const saying: BoardEntry = { ...entry, state: 'saying' };
  return { board: board.map((each) => (each === entry ? saying : each)), say: entry.kiosk };
}

/** The figures on the screens at which somebody waits for a desk, who waits longest first. */
export function waitingAt(board: Board): (PlaceNumber | null)[] {
  return board.flatMap(({ state, number }) => (state === 'waiting' ? [number] : []));
}

/** The figures on the screens to which this desk said that it goes before it began again, who waits longest first. */
export function promisedAt(board: Board): (PlaceNumber | null)[] {
  return board.flatMap(({ state, again, number }) => (state === 'mine' && again === true ? [number] : []));
}

/** Without what has been cut for long. */
export function tidied(board: Board, now: number): Board {
  return board.filter(({ cutAt }) => cutAt === null || now - cutAt < CUT_MS);
}
