import { ClipboardPen, Eye, LogOut } from 'lucide';
import { useRef, useState } from 'react';
import { useArrival } from '../hooks/use-arrival.ts';
import { useShown } from '../hooks/use-shown.ts';
import { useWords } from '../hooks/use-words.ts';
import { Icon } from '../ui/icon.tsx';
import { Logo } from '../ui/logo.tsx';
import { ScrollArea } from '../ui/scroll-area.tsx';
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
  useArrival(main, section);
  useShown(`admin-${section.id}`);
  return (
    <div className={styles.home}>
      <header className={styles.header}>
        <Logo />
        <nav className={styles.sections} aria-label={say('sections')}>
          {SECTIONS.map((each) => (
            <button
              key={each.id}
              type="button"
              className={styles.section}
              aria-current={each === section ? 'page' : undefined}
              onClick={() => setSection(each)}
            >
              <Icon of={each.icon} />
              {say(each.name)}
            </button>
          ))}
        </nav>
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
      <main key={section.id} ref={main} className={styles.main}>
        <ScrollArea of="sheet" content={styles.content}>
          <section.Screen />
        </ScrollArea>
      </main>
    </div>
  );
}
