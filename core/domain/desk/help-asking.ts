import type { HelpRequest, PlaceNumber } from './help-request.ts';

/** A request as its kiosk keeps it. The kiosk alone decides who has it, so that two desks never both do. `desk`: a device's key. */
export type Asking =
  | { readonly stage: 'none' }
  | { readonly stage: 'waiting'; readonly request: HelpRequest; readonly since: number }
  | {
      readonly stage: 'taken';
      readonly request: HelpRequest;
      readonly since: number;
      readonly desk: string;
      readonly number: PlaceNumber | null;
    };

export const NOT_ASKING: Asking = { stage: 'none' };

/** What a desk can say of a request. */
export type DeskWord = 'take' | 'release' | 'done';

/** After so long without a desk that takes it, the visitor is told to walk. Milliseconds. */
export const PATIENCE_MS = 60_000;

/** A desk that took it and cannot be reached for so long does not come: who was on the way is here by now. Milliseconds. */
export const ABSENCE_MS = 60_000;

/** What the visitor is told. `number` is that of the desk, when it has one. */
export type HelpSeen =
  /** No desk can be reached: the way there is all there is. */
  | { readonly kind: 'no-desk' }
  /** A desk can be asked. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'coming'; readonly number: PlaceNumber | null }
  /** It was asked and nobody took it in time, or the line is gone: walk. A desk can still take it. */
  | { readonly kind: 'walk' };

/** What one desk is told of a request: nothing of the other desks but the number of the one that has it. */
export type AskingTold = {
  readonly request: HelpRequest | null;
  readonly taken: 'nobody' | 'you' | 'other';
  readonly desk: PlaceNumber | null;
};

/** The visitor asks; whoever asks already goes on asking. `now`: milliseconds that only rise. */
export function ask(asking: Asking, request: HelpRequest, now: number): Asking {
  return asking.stage === 'none' ? { stage: 'waiting', request, since: now } : asking;
}

/**
 * A desk said a word about a request. The first that takes it has it; only that one can give it back or be done with it. What is said of
 * another request than this one is of an earlier one, and changes nothing.
 */
export function answered(
  asking: Asking,
  desk: { readonly key: string; readonly number: PlaceNumber | null },
  said: { readonly word: DeskWord; readonly request: string },
  now: number,
): Asking {
  if (asking.stage === 'none' || asking.request.id !== said.request) return asking;
  const { request } = asking;
  if (asking.stage === 'waiting')
    return said.word === 'take'
      ? { stage: 'taken', request, since: asking.since, desk: desk.key, number: desk.number }
      : asking;
  if (asking.desk !== desk.key || said.word === 'take') return asking;
  return said.word === 'done' ? NOT_ASKING : { stage: 'waiting', request, since: now };
}

/** A desk does not belong here any more, or has not been there for too long: what it had waits again. */
export function deskGone(asking: Asking, key: string, now: number): Asking {
  return asking.stage === 'taken' && asking.desk === key
    ? { stage: 'waiting', request: asking.request, since: now }
    : asking;
}

/** What a desk is told now. It is all it needs to know, so a word that was lost is made good by the next one. */
export function toldTo(asking: Asking, key: string): AskingTold {
  if (asking.stage === 'none') return { request: null, taken: 'nobody', desk: null };
  if (asking.stage === 'waiting') return { request: asking.request, taken: 'nobody', desk: null };
  return asking.desk === key
    ? { request: asking.request, taken: 'you', desk: null }
    : // Who has it needs to know where to go; the others do not need to know the answers any more.
      { request: withoutAnswers(asking.request), taken: 'other', desk: asking.number };
}

/** What the visitor is told now; `desks`: how many are on the line. */
export function helpSeen(asking: Asking, desks: number, now: number): HelpSeen {
  switch (asking.stage) {
    case 'none':
      return { kind: desks === 0 ? 'no-desk' : 'ready' };
    case 'waiting':
      return { kind: desks === 0 || now - asking.since >= PATIENCE_MS ? 'walk' : 'asking' };
    case 'taken':
      // Also when the line is cut meanwhile: somebody is on the way already, for `ABSENCE_MS`.
      return { kind: 'coming', number: asking.number };
  }
}

/** The same, without what the visitor filled in. */
export function withoutAnswers(request: HelpRequest): HelpRequest {
  const { about } = request;
  return about.kind === 'flow' ? { ...request, about: { ...about, answers: null } } : request;
}
