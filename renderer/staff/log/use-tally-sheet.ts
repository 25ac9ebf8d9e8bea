import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import type { QuestionFacts } from '../../../core/domain/desk/desk-question.ts';
import type { LocalHour } from '../../../core/domain/desk/local-hour.ts';

/** How many marks stand in a box, by subject and outcome. */
export type Marks = ReadonlyMap<string, number>;

/** A sheet that is being entered: what is marked, and of when and how it was. */
export type TallySheet = {
  readonly marks: Marks;
  readonly at: LocalHour;
  readonly stay: Pick<QuestionFacts, 'channel' | 'duration'>;
};

// As long as the page, which is as long as somebody is signed in: whoever goes away in between, to a question, a visitor who asks for help
// or the screens of visitors, finds the marks again, and the day that they are of.
let kept: TallySheet | undefined;

/** The sheet that is being entered, and the way to change it: the one with marks that are not saved yet, else `fresh`. */
export function useTallySheet(
  fresh: TallySheet,
): readonly [TallySheet, Dispatch<SetStateAction<TallySheet>>] {
  const [sheet, setSheet] = useState(() => kept ?? fresh);
  useEffect(() => {
    kept = [...sheet.marks.values()].some((count) => count > 0) ? sheet : undefined;
  }, [sheet]);
  return [sheet, setSheet];
}
