import { ClipboardPen, Eye, LogOut } from 'lucide';
import { useRef, useState } from 'react';
import { useWords } from '../hooks/use-words.ts';
import { Icon } from '../ui/icon.tsx';
import { Logo } from '../ui/logo.tsx';
import { OpenPart } from '../ui/open-part.tsx';
import { PartList } from '../ui/part-list.tsx';
import styles from './admin-home.module.css';
import { SECTIONS } from './sections.ts';
import { useAdmin } from './use-admin.ts';

/** Which part was open, for when the home comes back. */
const HOME = 'home';

/** What an admin sees behind the door: the parts in a row, and the one that was chosen. */
export function AdminHome() {
  const { say, openDisplay, openDesk, signOut, kept } = useAdmin();
  const words = useWords();
  const [section, setSection] = useState(
    () => SECTIONS.find(({ id }) => id === kept.get(HOME)) ?? SECTIONS[0],
  );
  kept.set(HOME, section.id);
  const main = useRef<HTMLElement>(null);
  return (
    <div className={styles.home}>
      <header className={styles.header}>
        <Logo />
        <PartList
          parts={SECTIONS}
          open={section}
          choose={setSection}
          say={say}
          label={say('sections')}
          className={styles.sections}
          partClassName={styles.section}
        />
        <button type="button" className={styles.tool} onClick={openDesk}>
          <Icon of={ClipboardPen} />
          {say('desk')}
        </button>
        <button type="button" className={styles.tool} aria-haspopup="dialog" onClick={openDisplay}>
          <Icon of={Eye} />
          {words('display.title')}
        </button>
        <button type="button" className={`${styles.tool} ${styles.out}`} onClick={signOut}>
          <Icon of={LogOut} className="mirrored" />
          {say('signOut')}
        </button>
      </header>
      <OpenPart part={section} of="admin" main={main} className={styles.main} content={styles.content} />
    </div>
  );
}
