import { Eye, Lock, MonitorSmartphone, Wrench } from 'lucide';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useWords } from '../hooks/use-words.ts';
import { Icon } from '../ui/icon.tsx';
import { Logo } from '../ui/logo.tsx';
import { OpenPart } from '../ui/open-part.tsx';
import { PartList } from '../ui/part-list.tsx';
import { focusFirst } from './focus-first.ts';
import { HELP_PART, STAFF_SECTIONS } from './sections.ts';
import styles from './staff-home.module.css';
import { useLogKey } from './use-log-key.ts';
import { useQuietHours } from './use-quiet-hours.ts';
import { useStaff } from './use-staff.ts';

/** The desk: its parts in a list at the side, and the one that is open. */
export function StaffHome({ cameBack }: { readonly cameBack: boolean }) {
  const { say, openDisplay, lock, openVisitor, openAdmin, helpWanted, helpShown } = useStaff();
  const words = useWords();
  const [section, setSection] = useState(STAFF_SECTIONS[0]);
  const main = useRef<HTMLElement>(null);
  const quietHours = useQuietHours(section.id !== 'log');
  useEffect(() => {
    if (cameBack) focusFirst(main);
  }, [cameBack]);
  useLogKey(
    useCallback(() => {
      setSection(STAFF_SECTIONS[0]);
      focusFirst(main);
    }, []),
  );
  useEffect(() => {
    if (!helpWanted) return;
    setSection(HELP_PART);
    helpShown?.();
  }, [helpWanted, helpShown]);
  return (
    <div className={styles.home}>
      <header className={styles.side}>
        <Logo />
        <PartList
          parts={STAFF_SECTIONS}
          open={section}
          choose={setSection}
          say={say}
          label={say('sections')}
          className={styles.sections}
          partClassName={styles.section}
          mark={({ id }) => id === 'log' && <kbd className={styles.key}>F2</kbd>}
        />
        <p role="status" className={styles.quiet}>
          {quietHours !== null && say('log.quiet', { count: quietHours })}
        </p>
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
      <OpenPart part={section} of="staff" main={main} className={styles.main} content={styles.content} />
    </div>
  );
}
