import type { Spoken } from '../../core/contract/speech.ts';
import { spokenPieces } from '../../core/domain/speech.ts';
import type { Language } from '../../core/domain/words.ts';
import { kiosk } from '../kiosk.ts';
import { play, rest } from './play.ts';
import { sayWith, systemVoice } from './system-voice.ts';

/** Something to say: its text, its language, and what shows it, which is marked while it is said. */
export type SpokenPart = {
  readonly text: string;
  readonly language: Language;
  readonly shown?: HTMLElement | undefined;
};

/** How saying something ended. `stopped`: somebody stopped it, or something else is said now. */
export type SpokenOutcome = 'said' | 'stopped' | 'no-voice' | 'nothing' | 'failed';

/** What is being said now, by the name that its speaker gave it; or how the last one that did not succeed ended. */
export type Speaking = { readonly what?: string; readonly outcome?: SpokenOutcome };

type Options = {
  readonly what: string;
  /** Does it keep the visit alive? What the kiosk says by itself does not. */
  readonly isActivity?: boolean;
};

/** Main hears so often that somebody still listens. */
const ACTIVITY_MS = 500;
/**
 * No piece takes longer to be heard: a voice or a loudspeaker that tells of no end is heard by nobody, and what a visitor left must
 * not stay on the screen for it.
 */
const LONGEST_PIECE_MS = 120_000;

// The browser begins to look for voices of the machine when it is first asked, and has them a little later.
speechSynthesis.getVoices();

let now: Speaking = {};
let current: AbortController | undefined;
const listeners = new Set<() => void>();

/** What is being said. Always the same object until that changes. */
export function speaking(): Speaking {
  return now;
}

/** Hears every change of `speaking`, until the function it returns is called. */
export function onSpeaking(hear: () => void): () => void {
  listeners.add(hear);
  return () => void listeners.delete(hear);
}

/** Stops what is being said; when nothing is, nothing changes. */
export function stopSpeaking(): void {
  current?.abort();
  current = undefined;
  rest();
  tell({});
}

/** Says one text. */
export function speak(text: string, language: Language, what = 'text'): Promise<SpokenOutcome> {
  return speakParts([{ text, language }], { what });
}

/**
 * Says parts one after the other; what was being said stops. Long ones go to main in pieces, the next one while the
 * last one is heard. A part in a language without a voice is left out; with no voice for any, the outcome says so.
 */
export async function speakParts(
  parts: readonly SpokenPart[],
  { what, isActivity = true }: Options,
): Promise<SpokenOutcome> {
  current?.abort();
  const mine = new AbortController();
  current = mine;
  tell({ what });
  let pieceBegan = performance.now();
  const hear = () => {
    if (!mine.signal.aborted && performance.now() - pieceBegan < LONGEST_PIECE_MS) touch();
  };
  const listening = isActivity ? setInterval(hear, ACTIVITY_MS) : undefined;
  const outcome = await sayAll(parts, mine.signal, () => {
    pieceBegan = performance.now();
  }).catch(() => 'failed' as const);
  clearInterval(listening);
  if (mine.signal.aborted) return 'stopped';
  current = undefined;
  rest();
  tell(outcome === 'said' ? {} : { what, outcome });
  return outcome;
}

async function sayAll(
  parts: readonly SpokenPart[],
  stopped: AbortSignal,
  pieceBegins: () => void,
): Promise<SpokenOutcome> {
  const pieces = parts.flatMap((part) => spokenPieces(part.text).map((text) => ({ ...part, text })));
  if (pieces.length === 0) return 'nothing';
  let said: SpokenOutcome = 'nothing';
  let next = soundOf(pieces[0]);
  for (const [place, piece] of pieces.entries()) {
    pieceBegins();
    const spoken = await next;
    next = soundOf(pieces[place + 1]);
    next.catch(() => undefined); // It is awaited in the next round, if there is one.
    if (stopped.aborted) return 'stopped';
    if (spoken.kind === 'failed') return 'failed';
    if (spoken.kind === 'no-voice' && said !== 'said') said = 'no-voice';
    if (spoken.kind !== 'sound' && spoken.kind !== 'system') continue;
    mark(piece.shown, true);
    try {
      if (spoken.kind === 'system') await sayWith(spoken.voice, piece.text, stopped);
      else await play(spoken, stopped);
    } finally {
      mark(piece.shown, false);
    }
    if (stopped.aborted) return 'stopped';
    said = 'said';
  }
  return said;
}

type Sound = Spoken | { readonly kind: 'system'; readonly voice: SpeechSynthesisVoice };

/** A voice of the machine first, then the ones that come with the app. */
async function soundOf(piece: SpokenPart | undefined): Promise<Sound> {
  if (piece === undefined) return { kind: 'nothing' };
  const voice = systemVoice(speechSynthesis.getVoices(), piece.language);
  if (voice !== undefined) return { kind: 'system', voice };
  return kiosk.invoke('speech:say', { text: piece.text, language: piece.language });
}

function mark(shown: HTMLElement | undefined, on: boolean): void {
  shown?.toggleAttribute('data-spoken', on);
  if (on) shown?.scrollIntoView({ block: 'nearest' });
}

function touch(): void {
  void kiosk.invoke('session:activity', {}).catch(() => undefined); // A refusal is main's to log.
}

function tell(change: Speaking): void {
  if (now.what === change.what && now.outcome === change.outcome) return;
  now = change;
  for (const hear of listeners) hear();
}
