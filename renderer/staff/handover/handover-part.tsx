import { useStaff } from '../use-staff.ts';
import { HandoverSection } from './handover-section.tsx';

/** Handing over, as a part of the desk. */
export function HandoverPart() {
  const { language } = useStaff();
  return <HandoverSection language={language} />;
}
