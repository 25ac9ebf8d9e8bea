import { LifeBuoy } from 'lucide';
import { useWords } from '../hooks/use-words.ts';
import { Icon } from './icon.tsx';
import styles from './logo.module.css';

/** The mark and the name of the product. */
export function Logo() {
  const say = useWords();
  return (
    <div className={styles.logo}>
      <span className={styles.mark}>
        <Icon of={LifeBuoy} />
      </span>
      {say('product')}
    </div>
  );
}
