import { BellRing, ChartNoAxesColumn, ClipboardPen, Handshake } from 'lucide';
import { kiosk } from '../kiosk.ts';
import type { Part } from '../ui/part.ts';
import type { StaffWordKey } from '../words/staff-words.ts';
import { HandoverPart } from './handover/handover-part.tsx';
import { HelpSection } from './help/help-section.tsx';
import { LogSection } from './log/log-section.tsx';
import { WorthSection } from './worth/worth-section.tsx';

type StaffSection = Part<StaffWordKey>;

/** Who asks for help at a screen: that is heard at the desk's own PC only. */
export const HELP_PART: StaffSection = { id: 'help', name: 'help.name', icon: BellRing, Screen: HelpSection };

/** The parts, in the order in which they stand in the list; the first is the log, which F2 opens from anywhere. */
export const STAFF_SECTIONS: readonly [StaffSection, ...StaffSection[]] = [
  { id: 'log', name: 'log.name', icon: ClipboardPen, Screen: LogSection },
  ...(kiosk.about.profile === 'desk' ? [HELP_PART] : []),
  { id: 'handover', name: 'handover', icon: Handshake, Screen: HandoverPart },
  { id: 'worth', name: 'worth', icon: ChartNoAxesColumn, Screen: WorthSection },
];
