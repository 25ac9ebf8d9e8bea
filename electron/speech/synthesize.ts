/// <reference path="./espeak-ng.d.ts" />
import loadEspeak from '@echogarden/espeak-ng-emscripten';
import type { Spoken } from '../../core/contract/speech.ts';
import { SPOKEN, speakable } from '../../core/domain/speech.ts';

/** Words a minute: calmer than the usual 175. */
const RATE = 150;

/**
 * Loads the voices (24 MB) and gives the function that makes a text into sound. A text has one language; what cannot
 * be said is left out of it. Not in the main process and not in a page: it takes memory.
 */
export async function loadSynthesizer(): Promise<(text: string, language: string) => Spoken> {
  const { eSpeakNGWorker } = await loadEspeak();
  const voice = new eSpeakNGWorker();
  return (text, language) => {
    const said = speakable(text);
    if (said === '') return { kind: 'nothing' };
    if (!SPOKEN.includes(language) || voice.set_voice(language, '', 0, 0, 0) !== 0)
      return { kind: 'no-voice' };
    voice.set_rate(RATE);
    const parts: Buffer[] = [];
    voice.synthesize(said, (samples) => {
      // Copied: the next part is written in the same place.
      if (samples) parts.push(Buffer.from(samples.slice().buffer));
      return false;
    });
    const samples = Buffer.concat(parts);
    return samples.length === 0
      ? { kind: 'nothing' }
      : { kind: 'sound', rate: voice.samplerate, samples: new Uint8Array(samples) };
  };
}
