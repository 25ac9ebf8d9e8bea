import type { Language } from '../../core/domain/words.ts';

/**
 * The voice that the machine itself has for a language: one that works without a network, the preferred one first.
 * Undefined when there is none; Debian has none unless somebody installed one.
 */
export function systemVoice(
  voices: readonly SpeechSynthesisVoice[],
  language: Language,
): SpeechSynthesisVoice | undefined {
  const own = voices.filter(
    ({ lang, localService }) => localService && lang.toLowerCase().split(/[-_]/)[0] === language,
  );
  return own.find((voice) => voice.default) ?? own[0];
}

/** Says a text with a voice of the machine, to its end or until `stopped`. Rejects when it cannot. */
export function sayWith(voice: SpeechSynthesisVoice, text: string, stopped: AbortSignal): Promise<void> {
  return new Promise((ended, failed) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.9;
    utterance.onend = () => ended();
    utterance.onerror = ({ error }) => (stopped.aborted ? ended() : failed(new Error(error)));
    stopped.addEventListener('abort', () => speechSynthesis.cancel(), { once: true });
    speechSynthesis.speak(utterance);
  });
}
