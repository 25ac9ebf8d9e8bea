import { Eye } from 'lucide';
import { useWords } from '../../hooks/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { useAdmin } from '../use-admin.ts';
import styles from './door-foot.module.css';

/**
 * The foot of a screen that asks who is there: whoever cannot read it well makes it larger here too. Below, where all reach it who use
 * the controls low, and away from the call of a visitor, which stands above.
 */
export function DoorFoot() {
  const { openDisplay } = useAdmin();
  const words = useWords();
  return (
    <footer className={styles.foot}>
      <button type="button" className={styles.display} aria-haspopup="dialog" onClick={openDisplay}>
        <Icon of={Eye} />
        {words('display.title')}
      </button>
    </footer>
  );
}
