import { wordsLanguage } from '../words/start-words.ts';
import { screenParts } from './screen-parts.ts';
import { speakParts, stopSpeaking } from './speak.ts';
import { useSpeaking } from './use-speaking.ts';

/**
 * A button that reads a part of the screen aloud and stops when it is pressed again: whether it is reading, and what a
 * press does. `name` tells it from the other things that are read.
 */
export function useReading(
  name: string,
  language: string,
  find: () => HTMLElement | null,
): { readonly reading: boolean; readonly press: () => void } {
  const { what, outcome } = useSpeaking();
  const reading = what === name && outcome === undefined;
  const read = () => {
    const part = find();
    if (part !== null) void speakParts(screenParts(part, wordsLanguage(language)), { what: name });
  };
  return { reading, press: reading ? stopSpeaking : read };
}
