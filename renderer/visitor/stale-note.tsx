import { HandHelping } from 'lucide';
import { useWords } from '../hooks/use-words.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './stale-note.module.css';

/** Stands where an amount would have stood that is too old to be shown. */
export function StaleNote() {
  const say = useWords();
  return (
    <p className={styles.note}>
      <Icon of={HandHelping} />
      {say('outcome.stale')}
    </p>
  );
}
