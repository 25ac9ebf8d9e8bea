import { HandHelping } from 'lucide-react';
import { useWords } from '../hooks/use-words.ts';
import styles from './stale-note.module.css';

/** Stands where an amount would have stood that is too old to be shown. */
export function StaleNote() {
  const say = useWords();
  return (
    <p className={styles.note}>
      <HandHelping aria-hidden="true" />
      {say('outcome.stale')}
    </p>
  );
}
