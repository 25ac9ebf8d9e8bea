import { Eye, Lock, MonitorSmartphone, Wrench } from 'lucide';
import { useCallback, useRef, useState } from 'react';
import { useArrival } from '../hooks/use-arrival.ts';
import { useShown } from '../hooks/use-shown.ts';
import { useWords } from '../hooks/use-words.ts';
import { Icon } from '../ui/icon.tsx';
import { Logo } from '../ui/logo.tsx';
import { ScrollArea } from '../ui/scroll-area.tsx';
import { focusFirst } from './focus-first.ts';
import { STAFF_SECTIONS } from './sections.ts';
import styles from './staff-home.module.css';
import { useLogKey } from './use-log-key.ts';
import { useStaff } from './use-staff.ts';

/** The desk: its parts in a list at the side, and the one that is open. */
export function StaffHome() {
  const { say, openDisplay, lock, openVisitor, openAdmin } = useStaff();
  const words = useWords();
  const [section, setSection] = useState(STAFF_SECTIONS[0]);
  const main = useRef<HTMLElement>(null);
  useArrival(main, section);
  useShown(`staff-${section.id}`);
  useLogKey(
    useCallback(() => {
      setSection(STAFF_SECTIONS[0]);
      focusFirst(main);
    }, []),
  );
  return (
    <div className={styles.home}>
      <header className={styles.side}>
        <Logo />
        <nav className={styles.sections} aria-label={say('sections')}>
          {STAFF_SECTIONS.map((each) => (
            <button
              key={each.id}
              type="button"
              className={styles.section}
              aria-current={each === section ? 'page' : undefined}
              onClick={() => setSection(each)}
            >
              <Icon of={each.icon} />
              {say(each.name)}
              {each.id === 'log' && <kbd className={styles.key}>F2</kbd>}
            </button>
          ))}
        </nav>
        <div className={styles.tools}>
          {openVisitor && (
            <button type="button" className={styles.section} onClick={openVisitor}>
              <Icon of={MonitorSmartphone} />
              {say('visitor')}
            </button>
          )}
          {openAdmin && (
            <button type="button" className={styles.section} onClick={openAdmin}>
              <Icon of={Wrench} />
              {say('admin')}
            </button>
          )}
          <button type="button" className={styles.section} aria-haspopup="dialog" onClick={openDisplay}>
            <Icon of={Eye} />
            {words('display.title')}
          </button>
          <button type="button" className={styles.section} onClick={lock}>
            <Icon of={Lock} />
            {say('lock')}
          </button>
        </div>
      </header>
      <main key={section.id} ref={main} className={styles.main}>
        <ScrollArea of="sheet" content={styles.content}>
          <section.Screen />
        </ScrollArea>
      </main>
    </div>
  );
}
