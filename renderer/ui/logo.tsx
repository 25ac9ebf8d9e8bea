import { LifeBuoy } from 'lucide-react';
import { useWords } from '../hooks/use-words.ts';
import styles from './logo.module.css';

/** The mark and the name of the product. */
export function Logo() {
  const say = useWords();
  return (
    <div className={styles.logo}>
      <span className={styles.mark}>
        <LifeBuoy aria-hidden="true" />
      </span>
      {say('product')}
    </div>
  );
}
