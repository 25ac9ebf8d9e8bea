import type { Spoken } from '../../core/contract/speech.ts';
import { loadSynthesizer } from './synthesize.ts';

/** What main asks of this process, and what it answers. */
export type SpeakerRequest = { readonly id: number; readonly text: string; readonly language: string };
export type SpeakerReply = { readonly id: number; readonly spoken: Spoken };

// A process of its own: what a visitor had read aloud, and the memory of the voices, go when it ends.
const synthesizer = loadSynthesizer();
process.parentPort.on('message', async ({ data }) => {
  const { id, text, language } = data as SpeakerRequest;
  const synthesize = await synthesizer; // When it cannot be loaded this process ends, and main sees that.
  process.parentPort.postMessage({ id, spoken: synthesize(text, language) } satisfies SpeakerReply);
});
