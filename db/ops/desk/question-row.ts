import type { DeskQuestion } from '../../../core/domain/desk/desk-question.ts';

/** A question as it is stored, in the order in which it was logged. */
export type QuestionRow = Omit<DeskQuestion, 'subCategory'> & {
  readonly number: number;
  readonly sub_category: string | null;
  /** ISO 8601. */
  readonly logged_at: string;
  /** The number of the first question of the same conversation; null when this is it. */
  readonly talk: number | null;
  readonly revision: number;
  /** 1 when no server hears of it (any more): this device told of it itself, or under an id that it gave up. */
  readonly told_here: 0 | 1;
  /** A digest of all the others. */
  readonly proof: string;
};

/** A question of this device: `number` names it here, and `loggedAt` is an ISO 8601 time. */
export type LoggedQuestion = {
  readonly number: number;
  readonly loggedAt: string;
  readonly question: DeskQuestion;
  /** Was it changed after it was logged? */
  readonly corrected: boolean;
};

/** The question in a row, and what this device knows of it. */
export function loggedIn(row: QuestionRow): LoggedQuestion {
  return {
    number: row.number,
    loggedAt: row.logged_at,
    question: questionIn(row),
    corrected: row.revision > 1,
  };
}

/** The question in a row, as it is told to others: in the order of the contract, and nothing else of the row. */
export function questionIn({ sub_category, ...row }: QuestionRow): DeskQuestion {
  const { id, at, category, organization, channel, duration, outcome, language, place, nth } = row;
  return {
    ...{ id, at, category, subCategory: sub_category, organization, channel },
    ...{ duration, outcome, language, place, nth },
  };
}
