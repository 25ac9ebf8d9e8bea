import { HandoverSection } from '../staff/handover/handover-section.tsx';
import { useAdmin } from './use-admin.ts';

/** Handing over, for whoever looks after a kiosk at which no desk of its own stands. */
export function HandoverPart() {
  const { language } = useAdmin();
  return <HandoverSection language={language} />;
}
