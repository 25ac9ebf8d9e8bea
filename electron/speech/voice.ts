import type { Spoken } from '../../core/contract/speech.ts';
import type { SpeakerReply, SpeakerRequest } from './speaker.ts';

/** The process that makes sound of text, as this file uses it. */
export type Speaker = {
  readonly post: (request: SpeakerRequest) => void;
  readonly onReply: (hear: (reply: SpeakerReply) => void) => void;
  readonly onExit: (hear: () => void) => void;
  readonly kill: () => void;
};

export type VoicePlan = {
  readonly startSpeaker: () => Speaker;
  /** After so long without a text the process ends and its memory goes back. */
  readonly idleMs: number;
  /** A text that takes longer than this does not come any more. */
  readonly patienceMs: number;
  readonly trouble: (code: string, detail: string) => void;
};

/** Reading aloud, as main offers it. */
export type Voice = {
  /** The sound of a text in a language; or why there is none. Never throws. */
  readonly say: (text: string, language: string) => Promise<Spoken>;
  /** Ends the process, and with it whatever it still holds of a visitor. */
  readonly silence: () => void;
};

/** A page asks for one piece ahead; what asks for many more is no page of ours. */
const MOST_WAITING = 8;

/** Makes a voice. The process behind it starts with the first text and ends when nobody has one. */
export function makeVoice({ startSpeaker, idleMs, patienceMs, trouble }: VoicePlan): Voice {
  let speaker: Speaker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let count = 0;
  const waiting = new Map<number, (spoken: Spoken) => void>();

  const end = () => {
    clearTimeout(idle);
    const ended = speaker;
    speaker = undefined;
    for (const settle of waiting.values()) settle({ kind: 'failed' });
    ended?.kill();
  };
  const start = () => {
    const mine = startSpeaker();
    mine.onReply(({ id, spoken }) => waiting.get(id)?.(spoken));
    mine.onExit(() => {
      if (speaker !== mine) return; // It was told to.
      trouble('speech-ended', 'the process that reads aloud ended by itself');
      end();
    });
    return mine;
  };

  return {
    say: (text, language) =>
      new Promise((resolve) => {
        if (waiting.size >= MOST_WAITING) return resolve({ kind: 'failed' });
        clearTimeout(idle);
        const id = ++count;
        const late = setTimeout(() => {
          trouble('speech-late', `a text took more than ${patienceMs} ms to become sound`);
          end();
        }, patienceMs);
        waiting.set(id, (spoken) => {
          clearTimeout(late);
          waiting.delete(id);
          if (waiting.size === 0) idle = setTimeout(end, idleMs);
          resolve(spoken);
        });
        speaker ??= start();
        speaker.post({ id, text, language });
      }),
    silence: end,
  };
}
