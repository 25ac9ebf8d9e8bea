import type { Language } from '../../core/domain/language.ts';
import { reportWords } from '../../core/domain/report/report-words.ts';
import { shareOf } from '../../core/domain/report/share.ts';
import { type OwnNames, valueName } from '../../core/domain/report/value-name.ts';
import { NONE, type Variable } from '../../core/domain/report/variables.ts';
import type { WorthSay } from '../words/worth-words.ts';
import { type Bar, Bars } from './bars.tsx';
import { Columns } from './columns.tsx';
import { Figure } from './figure.tsx';
import { saidOfRows } from './said-of.ts';

type Charted = Exclude<Variable, 'day' | 'week-hour'>;

type Props = {
  readonly variable: Charted;
  /** `count` is null where the number is not told. */
  readonly rows: readonly { readonly value: string; readonly count: number | null }[];
  /** All of them together, for percentages. */
  readonly whole: number | null;
  readonly language: Language;
  readonly say: WorthSay;
  readonly names?: OwnNames;
};

/** Variables whose values have an order of their own; the others stand with the most first. */
const ORDERED: ReadonlySet<Variable> = new Set(['duration', 'hour', 'weekday', 'visitor']);

/** Questions by one variable: bars, or columns for hours, and the table behind them with percentages where there may be any. */
export function VariableChart({ variable, rows, whole, language, say, names }: Props) {
  const words = reportWords(language);
  const write = (count: number | null) =>
    count === null ? words.notShown : new Intl.NumberFormat(language).format(count);
  const nameOf = namesOf(
    variable,
    rows.map(({ value }) => value),
    language,
    names,
  );
  const bars = rows.map(({ value, count }): Bar => ({ id: value, name: nameOf(value), count }));
  const sorted = ORDERED.has(variable)
    ? bars
    : [...bars].sort((one, other) => (other.count ?? -1) - (one.count ?? -1));
  const shown = variable === 'hour' ? withoutQuietEnds(sorted) : sorted;
  // What was asked about nothing in particular is what the picture says only where there is nothing else.
  const something = saidOfRows(
    bars.filter(({ id }) => !isNothing(variable, id)),
    whole,
  );
  const said = something.kind === 'most' ? something : saidOfRows(bars, whole);
  const says =
    said.kind === 'most' ? say('most', { name: said.row.name, count: write(said.count) }) : say(said.kind);
  const share = (count: number | null) => {
    const percent = shareOf(count, whole);
    return percent === null ? '–' : `${percent}%`;
  };
  return (
    <Figure
      title={words.variables[variable]}
      says={says}
      tableName={say('table')}
      table={{
        columns: [words.variables[variable], words.number, words.share],
        rows: shown.map(({ id, name, count }) => ({ id, cells: [name, write(count), share(count)] })),
      }}
    >
      {variable === 'hour' ? (
        <Columns columns={shown} write={writeShort(write)} />
      ) : (
        <Bars bars={shown} write={write} />
      )}
    </Figure>
  );
}

/** A question of which nothing was said: without an organisation, or not sorted further. */
function isNothing(variable: Charted, value: string): boolean {
  return value === NONE || (variable === 'sub-category' && value.endsWith(`/${NONE}`));
}

/**
 * What values are called beside one another. Of each category there may be some that are not sorted further, and own categories of one
 * name: those are told apart by it.
 */
function namesOf(
  variable: Charted,
  values: readonly string[],
  language: Language,
  own: OwnNames | undefined,
): (value: string) => string {
  const nameOf = (value: string) => valueName(variable, value, language, own);
  if (variable !== 'sub-category') return nameOf;
  const all = values.map(nameOf);
  return (value) => {
    const name = nameOf(value);
    const isAlone = all.indexOf(name) === all.lastIndexOf(name);
    if (isAlone && !isNothing(variable, value)) return name;
    return `${name} (${valueName('category', value.slice(0, value.indexOf('/')), language)})`;
  };
}

/** Under columns there is room for a number only. */
function writeShort(write: (count: number | null) => string): (count: number | null) => string {
  return (count) => (count === null ? '–' : write(count));
}

/** Without the hours before the first and after the last in which anything is told. */
function withoutQuietEnds(bars: readonly Bar[]): readonly Bar[] {
  const told = bars.flatMap(({ count }, index) => ((count ?? 0) > 0 ? [index] : []));
  return bars.slice(told[0] ?? 0, (told.at(-1) ?? -1) + 1);
}
