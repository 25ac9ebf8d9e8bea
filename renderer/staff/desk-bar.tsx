import { ClipboardPen } from 'lucide';
import type { ReactNode } from 'react';
import type { Language } from '../../core/domain/words.ts';
import { Icon } from '../ui/icon.tsx';
import { staffLanguage, staffSayings } from '../words/staff-words.ts';
import styles from './desk-bar.module.css';
import { useLogKey } from './use-log-key.ts';
import { useWayToLog } from './use-way-to-log.ts';

type Props = { readonly language: Language; readonly back: () => void; readonly children: ReactNode };

/** Stands above the screens of visitors while staff look at them with somebody: the way back to the log. */
export function DeskBar({ language: wanted, back, children }: Props) {
  const language = staffLanguage(wanted);
  const say = staffSayings(language);
  useLogKey(back);
  useWayToLog(say('log.name'), language, back);
  return (
    <div className={styles.together}>
      <nav className={styles.bar} aria-label={say('title')} lang={language}>
        <button type="button" className={styles.back} onClick={back}>
          <Icon of={ClipboardPen} />
          {say('backToDesk')}
          <kbd className={styles.key}>F2</kbd>
        </button>
      </nav>
      <div className={styles.visitor} data-together>
        {children}
      </div>
    </div>
  );
}
