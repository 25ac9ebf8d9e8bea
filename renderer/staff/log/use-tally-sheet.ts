import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import type { HalfTally } from '../../../core/contract/desk/log.ts';
import type { QuestionFacts } from '../../../core/domain/desk/desk-question.ts';
import type { LocalHour } from '../../../core/domain/desk/local-hour.ts';
import { kiosk } from '../../kiosk.ts';

/** How many marks stand in a box, by subject and outcome. */
export type Marks = ReadonlyMap<string, number>;

/** A sheet that is being entered: what is marked, and of when and how it was. */
export type TallySheet = {
  readonly marks: Marks;
  readonly at: LocalHour;
  readonly stay: Pick<QuestionFacts, 'channel' | 'duration'>;
};

// As long as the page: whoever goes away in between, to a question, a visitor who asks for help or the screens of visitors, finds the marks
// again, and the day that they are of. A page is gone when the desk locks, so main keeps them too, for the same person.
let kept: TallySheet | undefined;

/** Asks main for the sheet that was half entered before the desk locked. Call it when the log opens, before a sheet does. */
export async function fetchHalfTally(): Promise<void> {
  const half = await kiosk.invoke('desk:half-tally', {}).catch(() => null); // Main logs why; a sheet begins empty then.
  if (half !== null) kept ??= { ...half, marks: new Map(half.marks) };
}

/** The sheet that is being entered, and the way to change it: the one with marks that are not saved yet, else `fresh`. */
export function useTallySheet(
  fresh: TallySheet,
): readonly [TallySheet, Dispatch<SetStateAction<TallySheet>>] {
  const [sheet, setSheet] = useState(() => kept ?? fresh);
  useEffect(() => {
    const marks = [...sheet.marks].filter(([, count]) => count > 0);
    kept = marks.length > 0 ? sheet : undefined;
    const half: HalfTally | null = marks.length > 0 ? { ...sheet, marks } : null;
    kiosk.invoke('desk:keep-tally', { half }).catch(() => undefined); // Main logs why; the page has it all the same.
  }, [sheet]);
  return [sheet, setSheet];
}
