import { ClipboardPen, type IconNode } from 'lucide';
import type { ComponentType } from 'react';
import type { StaffWordKey } from '../words/staff-words.ts';
import { LogSection } from './log/log-section.tsx';

/** A part of the desk: it draws what stands beside the list of parts, with the `h1`. */
export type StaffSection = {
  /** Also the name of its screen: letters, digits and hyphens. */
  readonly id: string;
  readonly name: StaffWordKey;
  readonly icon: IconNode;
  readonly Screen: ComponentType;
};

/** The parts, in the order in which they stand in the list; the first is the log, which F2 opens from anywhere. */
export const STAFF_SECTIONS: readonly [StaffSection, ...StaffSection[]] = [
  { id: 'log', name: 'log.name', icon: ClipboardPen, Screen: LogSection },
];
