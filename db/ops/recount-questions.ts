import type { DeskQuestion } from '../../core/domain/desk/desk-question.ts';
import { monthOf, VARIABLES, type Variable, valuesOf } from '../../core/domain/report/variables.ts';
import type { WriteDb } from '../open.ts';

/** What questions count as, added up beside the store. */
export type Recount = {
  readonly add: (question: DeskQuestion) => void;
  /** Makes the counts in the store those of the questions that were added. Says whether they were others. Throws SqliteError. */
  readonly mend: (db: WriteDb) => boolean;
};

/**
 * Counts all questions of a store once more. SQLite does not notice a digit in a count that became another one on the disk: the dashboard
 * would be wrong, and a question could not be taken back where its count is gone. The questions are all there, so no copy is needed.
 */
export function recountQuestions(): Recount {
  const months = new Map<string, Sums>();
  return {
    add(question) {
      const month = monthOf(question);
      let sums = months.get(month);
      if (sums === undefined) {
        sums = VARIABLES.map((variable) => [variable, new Map()]);
        months.set(month, sums);
      }
      const values = valuesOf(question);
      for (const [variable, sum] of sums) sum.set(values[variable], (sum.get(values[variable]) ?? 0) + 1);
    },
    mend(db) {
      const counted = rowsOf(months);
      if (isSame(db, counted)) return false;
      const insert = db.prepare(
        'INSERT INTO question_counts (month, variable, value, number) VALUES (?, ?, ?, ?)',
      );
      db.transaction(() => {
        db.prepare('DELETE FROM question_counts').run();
        for (const row of counted) insert.run(...row);
      }).immediate();
      return true;
    },
  };
}

/** How often each value was there, for each of the variables. */
type Sums = readonly (readonly [Variable, Map<string, number>])[];
type Row = readonly [month: string, variable: string, value: string, number: number];

function rowsOf(months: ReadonlyMap<string, Sums>): Row[] {
  return [...months].flatMap(([month, sums]) =>
    sums.flatMap(([variable, sum]) =>
      [...sum].map(([value, number]): Row => [month, variable, value, number]),
    ),
  );
}

function isSame(db: WriteDb, counted: readonly Row[]): boolean {
  const stored = new Set(
    db
      .prepare<[], Row>('SELECT month, variable, value, number FROM question_counts')
      .raw()
      .all()
      .map((row) => row.join('\n')),
  );
  return stored.size === counted.length && counted.every((row) => stored.has(row.join('\n')));
}
