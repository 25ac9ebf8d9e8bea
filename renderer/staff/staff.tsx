import { useMemo } from 'react';
import { directionOf, type Language } from '../../core/domain/words.ts';
import { staffLanguage, staffSayings } from '../words/staff-words.ts';
import styles from './staff.module.css';
import { StaffHome } from './staff-home.tsx';
import { StaffContext, type StaffTools } from './use-staff.ts';

type Props = Pick<StaffTools, 'openDisplay' | 'lock' | 'openVisitor' | 'openAdmin' | 'helpWanted'> & {
  readonly language: Language;
  /** The screens of visitors were open before: the keys go on at the log. */
  readonly cameBack: boolean;
};

/** The screens of the desk, for whoever gave a PIN. */
<<<<<<< HEAD
export function Staff({ language: wanted, openDisplay, lock, openVisitor, openAdmin, helpWanted }: Props) {
=======
export function Staff({ language: wanted, cameBack, openDisplay, lock, openVisitor, openAdmin }: Props) {
>>>>>>> 10e101bda15a0c0023f0e65353121affdceb26b9
  const language = staffLanguage(wanted);
  const tools = useMemo(
    () => ({ say: staffSayings(language), language, openDisplay, lock, openVisitor, openAdmin, helpWanted }),
    [language, openDisplay, lock, openVisitor, openAdmin, helpWanted],
  );
  return (
    <StaffContext value={tools}>
      <div className={styles.staff} lang={language} dir={directionOf(language)}>
        <StaffHome cameBack={cameBack} />
      </div>
    </StaffContext>
  );
}
