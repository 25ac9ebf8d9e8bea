import { HandHelping } from 'lucide';
import { useWords } from '../hooks/use-words.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './speech-note.module.css';
import { useSpeaking } from './use-speaking.ts';

const WORDS = {
  'no-voice': 'speech.noVoice',
  nothing: 'speech.nothing',
  failed: 'speech.failed',
} as const;

/**
 * Says why something could not be read aloud, and what helps. `of` is what was to be read: each stands where it was
 * asked for. It goes with the next thing that is read, and with the screen.
 */
export function SpeechNote({ of }: { readonly of: string }) {
  const say = useWords();
  const { what, outcome } = useSpeaking();
  const key =
    what === of && outcome !== undefined && outcome !== 'said' && outcome !== 'stopped'
      ? WORDS[outcome]
      : undefined;
  return (
    <div role="status" data-not-read>
      {key !== undefined && (
        <p className={styles.note}>
          <Icon of={HandHelping} />
          {say(key)}
        </p>
      )}
    </div>
  );
}
