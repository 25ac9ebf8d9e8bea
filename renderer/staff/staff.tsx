import { useMemo, useState } from 'react';
import { directionOf, type Language } from '../../core/domain/words.ts';
import { staffLanguage, staffSayings } from '../words/staff-words.ts';
import { onePress } from './one-press.ts';
import styles from './staff.module.css';
import { StaffHome } from './staff-home.tsx';
import { StaffContext, type StaffTools } from './use-staff.ts';

type Props = Pick<
  StaffTools,
  'openDisplay' | 'lock' | 'openVisitor' | 'openAdmin' | 'helpWanted' | 'helpShown'
> & {
  readonly language: Language;
  /** The screens of visitors were open before: the keys go on at the log. */
  readonly cameBack: boolean;
};

/** The screens of the desk, for whoever gave a PIN. */
export function Staff({
  language: wanted,
  cameBack,
  openDisplay,
  lock,
  openVisitor,
  openAdmin,
  helpWanted,
  helpShown,
}: Props) {
  const language = staffLanguage(wanted);
  const [quiet, setQuiet] = useState<number | null>(null);
  const tools = useMemo(
    () => ({
      say: staffSayings(language),
      language,
      openDisplay,
      lock,
      openVisitor,
      openAdmin,
      helpWanted,
      helpShown,
      quietAtLog: setQuiet,
    }),
    [language, openDisplay, lock, openVisitor, openAdmin, helpWanted, helpShown],
  );
  return (
    <StaffContext value={tools}>
      <div className={styles.staff} lang={language} dir={directionOf(language)} onKeyDownCapture={onePress}>
        <StaffHome cameBack={cameBack} quietAtLog={quiet} />
      </div>
    </StaffContext>
  );
}
