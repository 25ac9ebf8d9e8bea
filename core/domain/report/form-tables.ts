import type { Language } from '../language.ts';
import { cellsOf } from './cells-of.ts';
import type { Publication } from './publication.ts';
import type { ReportCell, ReportTable } from './report-table.ts';
import { reportWords } from './report-words.ts';
import { percentText, shareOf } from './share.ts';
import { type OwnNames, valueName } from './value-name.ts';
import { FIXED_VALUES } from './variables.ts';

/**
 * In the order in which the national desk form asks (facts of 2024): time, place, sort of question, organisation, duration, channel, how it
 * ended (with the referrals), questions of a visitor, language.
 */
const OF_THE_FORM = [
  ...['weekday', 'hour', 'place', 'category', 'organization', 'duration', 'channel', 'outcome'],
  ...['visitor', 'language'],
] as readonly (
  | 'weekday'
  | 'hour'
  | 'place'
  | 'category'
  | 'organization'
  | 'duration'
  | 'channel'
  | 'outcome'
  | 'visitor'
  | 'language'
)[];

/** What is told of a place (its number in the publication), a table for each thing that the form asks, to be copied into it. */
export function formTables(
  publication: Publication,
  place: number,
  language: Language,
  names: OwnNames,
): ReportTable[] {
  const words = reportWords(language);
  return OF_THE_FORM.map((variable) => {
    const told = publication.tables.find((table) => table.variable === variable)?.rows ?? [];
    const values = FIXED_VALUES[variable] ?? told.map(({ value }) => value);
    const rows = values.map((value): ReportCell[] => {
      const count = cellsOf(publication, variable, value)[place] ?? null;
      const share = percentText(shareOf(count, publication.totals[place] ?? null));
      return [valueName(variable, value, language, names), count, share];
    });
    // Of hours and of lists that grow only what is told; of the others each line of the form.
    const isWhole = variable in FIXED_VALUES && variable !== 'hour';
    return {
      title: words.variables[variable],
      lead: words.form,
      columns: [words.variables[variable], words.number, words.share],
      rows: rows.filter(([, count]) => isWhole || count !== null),
    };
  });
}
