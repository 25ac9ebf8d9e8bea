import { Eye } from 'lucide';
import { useWords } from '../../hooks/use-words.ts';
import { kiosk } from '../../kiosk.ts';
import { quietText } from '../../staff/quiet-text.ts';
import { useQuietHours } from '../../staff/use-quiet-hours.ts';
import { Icon } from '../../ui/icon.tsx';
import { staffLanguage, staffSayings } from '../../words/staff-words.ts';
import { useAdmin } from '../use-admin.ts';
import styles from './door-foot.module.css';

/**
 * The foot of a screen that asks who is there: whoever cannot read it well makes it larger here too. Below, where all reach it who use
 * the controls low, and away from the call of a visitor, which stands above. At the desk's own PC it reminds that nothing was logged: by
 * then it has locked itself. `wasRead`: there is a screen before this one, which said it; with large letters the keys need the room.
 */
export function DoorFoot({ wasRead = false }: { readonly wasRead?: boolean }) {
  const { openDisplay, language } = useAdmin();
  const hours = useQuietHours(kiosk.about.profile === 'desk');
  const say = staffSayings(staffLanguage(language));
  const words = useWords();
  return (
    <footer className={styles.foot} data-was-read={wasRead || undefined}>
      <button type="button" className={styles.display} aria-haspopup="dialog" onClick={openDisplay}>
        <Icon of={Eye} />
        {words('display.title')}
      </button>
      {/* There before it says anything: what comes into it is heard. */}
      <p role="status" className={styles.quiet}>
        {quietText(hours, say)}
      </p>
    </footer>
  );
}
