import { Eye } from 'lucide';
import { useWords } from '../../hooks/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Logo } from '../../ui/logo.tsx';
import { useAdmin } from '../use-admin.ts';
import styles from './door-header.module.css';

/** The head of a screen that asks who is there: whoever cannot read it well makes it larger here too. */
export function DoorHeader() {
  const { openDisplay } = useAdmin();
  const words = useWords();
  return (
    <header className={styles.header}>
      <Logo />
      <button type="button" className={styles.display} aria-haspopup="dialog" onClick={openDisplay}>
        <Icon of={Eye} />
        {words('display.title')}
      </button>
    </header>
  );
}
