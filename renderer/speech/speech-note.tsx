import { HandHelping } from 'lucide';
import { useWords } from '../hooks/use-words.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './speech-note.module.css';
import { useSpeaking } from './use-speaking.ts';

/** Says why something could not be read aloud, and what helps. Goes with the next thing that is read, or the screen. */
export function SpeechNote() {
  const say = useWords();
  const { outcome } = useSpeaking();
  const text =
    outcome === 'no-voice'
      ? say('speech.noVoice')
      : outcome === 'nothing'
        ? say('speech.nothing')
        : outcome === 'failed'
          ? say('speech.failed')
          : undefined;
  return (
    <div className={styles.place} role="status">
      {text !== undefined && (
        <p className={styles.note}>
          <Icon of={HandHelping} />
          {text}
        </p>
      )}
    </div>
  );
}
