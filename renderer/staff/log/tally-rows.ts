import { MOST_IN_BOX, type TallyEntry } from '../../../core/contract/desk/log.ts';
import type { DeskLists } from '../../../core/domain/desk/desk-lists.ts';
import { DeskOutcome } from '../../../core/domain/desk/desk-question.ts';

type Subjects = DeskLists['subCategories'];

/** The number in a box when a digit is typed behind it. */
export function typedOn(count: number, digit: number): number {
  return Math.min(MOST_IN_BOX, count * 10 + digit);
}

/** What a box of the sheet is called, in the marks. */
export function boxOf({ id }: Subjects[number], outcome: DeskOutcome): string {
  return `${id} ${outcome}`;
}

/** The rows of a sheet in which anything is marked, as they are logged. */
export function tallyRows(subjects: Subjects, marks: ReadonlyMap<string, number>): TallyEntry['rows'] {
  return subjects.flatMap((sub) => {
    const marked = DeskOutcome.options.flatMap((outcome) => {
      const times = marks.get(boxOf(sub, outcome)) ?? 0;
      return times === 0 ? [] : [[outcome, times] as const];
    });
    if (marked.length === 0) return [];
    const { id, category, organization = null } = sub;
    return [{ category, subCategory: id, organization, times: Object.fromEntries(marked) }];
  });
}
