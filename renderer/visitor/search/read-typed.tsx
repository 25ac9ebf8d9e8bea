import { CircleStop, Volume2 } from 'lucide';
import { languageOfTyped } from '../../../core/domain/speech.ts';
import type { Language } from '../../../core/domain/words.ts';
import { useWords } from '../../hooks/use-words.ts';
import { speak, stopSpeaking } from '../../speech/speak.ts';
import { useSpeaking } from '../../speech/use-speaking.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './search-field.module.css';

/** The name of what was typed as something that is read. */
export const TYPED = 'typed';

/** Reads out what was typed, so that those who find reading hard can hear whether it is what they meant. */
export function ReadTyped({ text, language }: { readonly text: string; readonly language: Language }) {
  const say = useWords();
  const { what, outcome } = useSpeaking();
  const reading = what === TYPED && outcome === undefined;
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={say(reading ? 'speech.stop' : 'speech.readTyped')}
      onClick={() => (reading ? stopSpeaking() : void speak(text, languageOfTyped(text, language), TYPED))}
    >
      <Icon of={reading ? CircleStop : Volume2} />
    </button>
  );
}
