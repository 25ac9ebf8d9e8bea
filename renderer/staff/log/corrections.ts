import type { LoggedRow } from '../../../core/contract/desk/log.ts';
import type { QuestionFacts } from '../../../core/domain/desk/desk-question.ts';

/** Corrects some of what is said of a question. */
export type Correct = (row: LoggedRow, other: Partial<QuestionFacts>) => Promise<void>;

/**
 * Sends corrections of single values, each as the whole question. One that is asked for while another is under way begins from what that one
 * wants, and not from what the screen still shows: or the first of two quick presses would be lost.
 */
export function chainCorrections(send: (row: LoggedRow, facts: QuestionFacts) => Promise<unknown>): Correct {
  let underWay: { readonly number: number; readonly facts: QuestionFacts } | undefined;
  return async (row, other) => {
    const { id: _, at: __, nth: ___, ...shown } = row.question;
    const from = underWay?.number === row.number ? underWay.facts : shown;
    const mine = { number: row.number, facts: { ...from, ...other } };
    underWay = mine;
    await send(row, mine.facts);
    if (underWay === mine) underWay = undefined;
  };
}
