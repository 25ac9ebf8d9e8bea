import { useEffect, useRef } from 'react';
import type { Language } from '../../core/domain/words.ts';
import { useWords } from '../hooks/use-words.ts';
import { chime } from '../speech/play.ts';
import { speakParts, stopSpeaking } from '../speech/speak.ts';
import { wordsLanguage } from '../words/start-words.ts';
import { idleSaid } from './idle-said.ts';

/** Warns in sound, in the visitor's language, for as long as there are seconds left; without any there is no warning. */
export function useWarnedAloud(secondsLeft: number | undefined, language: Language): void {
  const say = useWords();
  const warning = useRef<{ readonly began: number; readonly over: AbortController }>(undefined);
  useEffect(() => {
    if (secondsLeft === undefined) return;
    warning.current ??= { began: secondsLeft, over: new AbortController() };
    const { began, over } = warning.current;
    const text = idleSaid(say, secondsLeft, began);
    if (text === undefined) return;
    const warn = async () => {
      if (secondsLeft === began) await chime();
      if (over.signal.aborted) return;
      // Not activity: the kiosk must not keep itself awake by talking.
      await speakParts([{ text, language: wordsLanguage(language) }], { what: 'idle', isActivity: false });
    };
    warn().catch(() => undefined); // Without sound, the warning is still in sight.
  }, [secondsLeft, say, language]);

  const warned = secondsLeft !== undefined;
  useEffect(() => {
    if (!warned) return;
    return () => {
      warning.current?.over.abort();
      warning.current = undefined;
      stopSpeaking();
    };
  }, [warned]);
}
