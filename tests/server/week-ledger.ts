import type { QuestionFacts } from '../../core/domain/desk/desk-question.ts';

/** How often, by branch, month, variable and value. */
export type Totals = Readonly<Record<string, number>>;

/** A question in the ledger: `talk` says which questions one visitor asked, and their order there is the order of the ledger. */
type Line = { readonly number: number; at: string; facts: QuestionFacts; readonly talk: number };

/**
 * What somebody with pen and paper would have of a desk: every question, as staff said last that it was. It reckons its totals by itself
 * and shares nothing with what desk and server reckon with.
 */
export function aWeekLedger(branch: string) {
  let lines: Line[] = [];
  let talks = 0;
  const find = (number: number) => {
    const line = lines.find((each) => each.number === number);
    if (line === undefined) throw new Error(`There is no question ${number} in the ledger.`);
    return line;
  };
  return {
    logged: (number: number, at: string, facts: QuestionFacts, after: number | null) => {
      const talk = after === null ? ++talks : find(after).talk;
      lines.push({ number, at, facts, talk });
    },
    corrected: (number: number, at: string, facts: QuestionFacts) =>
      Object.assign(find(number), { at, facts }),
    withdrawn: (number: number) => {
      lines = lines.filter((each) => each !== find(number));
    },
    /** The numbers of the last questions that are still there. */
    last: (most: number) => lines.slice(-most).map(({ number }) => number),
    look: (number: number) => ({ ...find(number) }),
    size: () => lines.length,
    totals: (): Totals => {
      const totals: Record<string, number> = {};
      const seen = new Set<number>();
      for (const { at, facts, talk } of lines) {
        const [day = '', hour = ''] = at.split('T');
        // Sunday is 0 for JavaScript; in reports the week begins on Monday.
        const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
        const values = {
          category: facts.category,
          'sub-category': `${facts.category}/${facts.subCategory ?? '-'}`,
          organization: facts.organization ?? '-',
          channel: facts.channel,
          duration: facts.duration,
          outcome: facts.outcome,
          language: facts.language,
          place: facts.place ?? '-',
          visitor: seen.has(talk) ? 'further' : 'first',
          hour,
          weekday: String(weekday),
          'week-hour': `${weekday} ${hour}`,
          day: day.slice(8),
        };
        seen.add(talk);
        for (const [variable, value] of Object.entries(values)) {
          const key = `${branch} ${day.slice(0, 7)} ${variable} ${value}`;
          totals[key] = (totals[key] ?? 0) + 1;
        }
      }
      return totals;
    },
  };
}
export type WeekLedger = ReturnType<typeof aWeekLedger>;
