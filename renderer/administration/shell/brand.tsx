import { LifeBuoy } from 'lucide';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../use-words.ts';
import styles from './brand.module.css';

/** The mark and the name of the administration. */
export function Brand() {
  const { say } = useWords();
  return (
    <div className={styles.brand}>
      <span className={styles.mark}>
        <Icon of={LifeBuoy} />
      </span>
      {say('product')}
    </div>
  );
}
