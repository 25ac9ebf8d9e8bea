import { BellRing, ChartNoAxesColumn, ClipboardPen, type IconNode } from 'lucide';
import type { ComponentType } from 'react';
import { kiosk } from '../kiosk.ts';
import type { StaffWordKey } from '../words/staff-words.ts';
import { HelpSection } from './help/help-section.tsx';
import { LogSection } from './log/log-section.tsx';
import { WorthSection } from './worth/worth-section.tsx';

/** A part of the desk: it draws what stands beside the list of parts, with the `h1`. */
export type StaffSection = {
  /** Also the name of its screen: letters, digits and hyphens. */
  readonly id: string;
  readonly name: StaffWordKey;
  readonly icon: IconNode;
  readonly Screen: ComponentType;
};

/** Who asks for help at a screen: that is heard at the desk's own PC only. */
export const HELP_PART: StaffSection = { id: 'help', name: 'help.name', icon: BellRing, Screen: HelpSection };

/** The parts, in the order in which they stand in the list; the first is the log, which F2 opens from anywhere. */
export const STAFF_SECTIONS: readonly [StaffSection, ...StaffSection[]] = [
  { id: 'log', name: 'log.name', icon: ClipboardPen, Screen: LogSection },
  ...(kiosk.about.profile === 'desk' ? [HELP_PART] : []),
  { id: 'worth', name: 'worth', icon: ChartNoAxesColumn, Screen: WorthSection },
];
