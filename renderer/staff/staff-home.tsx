import { Eye, Lock, MonitorSmartphone, Wrench } from 'lucide';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useWords } from '../hooks/use-words.ts';
import { Icon } from '../ui/icon.tsx';
import { Logo } from '../ui/logo.tsx';
import { OpenPart } from '../ui/open-part.tsx';
import { PartList } from '../ui/part-list.tsx';
import { focusFirst } from './focus-first.ts';
import { quietText } from './quiet-text.ts';
import { HELP_PART, STAFF_SECTIONS } from './sections.ts';
import styles from './staff-home.module.css';
import { useLogKey } from './use-log-key.ts';
import { useQuietHours } from './use-quiet-hours.ts';
import { useStaff } from './use-staff.ts';
import { useWayToLog } from './use-way-to-log.ts';

type Props = {
  readonly cameBack: boolean;
  /** What the log says of it while it is open: there it changes with each question. */
  readonly quietAtLog: number | null;
};

/** The desk: its parts in a list at the side, the one that is open, and below it now and then a reminder. */
export function StaffHome({ cameBack, quietAtLog }: Props) {
  const { say, language, openDisplay, lock, openVisitor, openAdmin, helpWanted, helpShown } = useStaff();
  const words = useWords();
  const [section, setSection] = useState(STAFF_SECTIONS[0]);
  const main = useRef<HTMLElement>(null);
  const quietElsewhere = useQuietHours(section.id !== 'log');
  const quietHours = section.id === 'log' ? quietAtLog : quietElsewhere;
  useEffect(() => {
    if (cameBack) focusFirst(main);
  }, [cameBack]);
  const openLog = useCallback(() => {
    setSection(STAFF_SECTIONS[0]);
    focusFirst(main);
  }, []);
  useLogKey(openLog);
  useWayToLog(say('log.name'), language, section.id === 'log' ? undefined : openLog);
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
      {/* Below all that is pressed: it comes by itself, and moves nothing away from under a finger. */}
      <p role="status" className={styles.quiet}>
        {quietText(quietHours, say)}
      </p>
    </div>
  );
}
