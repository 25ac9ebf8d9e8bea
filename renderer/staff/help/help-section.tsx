import { useStaff } from '../use-staff.ts';
import { HelpList } from './help-list.tsx';

/** The part of the desk in which requests for help stand. */
export function HelpSection() {
  const { language } = useStaff();
  return <HelpList language={language} />;
}
