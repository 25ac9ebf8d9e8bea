import { useMemo } from 'react';
import { directionOf, type Language } from '../../core/domain/words.ts';
import { staffLanguage, staffSayings } from '../words/staff-words.ts';
import styles from './staff.module.css';
import { StaffHome } from './staff-home.tsx';
import { StaffContext, type StaffTools } from './use-staff.ts';

type Props = Pick<StaffTools, 'openDisplay' | 'lock' | 'openVisitor' | 'openAdmin'> & {
  readonly language: Language;
};

/** The screens of the desk, for whoever gave a PIN. */
export function Staff({ language: wanted, openDisplay, lock, openVisitor, openAdmin }: Props) {
  const language = staffLanguage(wanted);
  const tools = useMemo(
    () => ({ say: staffSayings(language), language, openDisplay, lock, openVisitor, openAdmin }),
    [language, openDisplay, lock, openVisitor, openAdmin],
  );
  return (
    <StaffContext value={tools}>
      <div className={styles.staff} lang={language} dir={directionOf(language)}>
        <StaffHome />
      </div>
    </StaffContext>
  );
}
