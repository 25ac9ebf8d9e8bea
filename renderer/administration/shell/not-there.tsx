import styles from '../parts/parts.module.css';
import { useWords } from '../use-words.ts';

/** An address that leads nowhere, or to what this account does not see. */
export function NotThere() {
  const { say } = useWords();
  return (
    <div className={styles.screen}>
      <h1>{say('notThere.title')}</h1>
      <p className={styles.lead}>{say('notThere.lead')}</p>
    </div>
  );
}
