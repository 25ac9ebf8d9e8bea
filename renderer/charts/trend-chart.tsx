import type { Language } from '../../core/domain/language.ts';
import { reportWords } from '../../core/domain/report/report-words.ts';
import { monthName } from '../../core/domain/report/value-name.ts';
import type { WorthSay } from '../words/worth-words.ts';
import { Columns } from './columns.tsx';
import { Figure } from './figure.tsx';

type Props = {
  /** Oldest first. `count` is null where the number is not told. */
  readonly months: readonly { readonly month: string; readonly count: number | null }[];
  /** The months that the other charts are of. */
  readonly marked: ReadonlySet<string>;
  readonly language: Language;
  readonly say: WorthSay;
};

/** So many months have room beside another chart. */
const MOST_IN_HALF = 6;

/** Questions month by month. */
export function TrendChart({ months, marked, language, say }: Props) {
  const words = reportWords(language);
  const write = (count: number | null) =>
    count === null ? '–' : new Intl.NumberFormat(language).format(count);
  const last = months.at(-1);
  return (
    <Figure
      title={words.trend}
      says={
        last === undefined
          ? say('nothing')
          : say('trend', {
              month: monthName(last.month, language),
              count: last.count === null ? words.notShown : write(last.count),
            })
      }
      tableName={say('table')}
      isWide={months.length > MOST_IN_HALF}
      table={{
        columns: [words.month, words.questions],
        rows: months.map(({ month, count }) => ({
          id: month,
          cells: [monthName(month, language), count === null ? words.notShown : write(count)],
        })),
      }}
    >
      <Columns
        marked={marked}
        write={write}
        columns={months.map(({ month, count }, index) => ({
          id: month,
          name: nameAfter(months[index - 1]?.month, month, language),
          count,
        }))}
      />
    </Figure>
  );
}

/** What a column is called: its month, with the year where another one begins. */
function nameAfter(before: string | undefined, month: string, language: Language): string {
  const name = monthName(month, language, 'short');
  const year = month.slice(0, 4);
  return before?.slice(0, 4) === year ? name.replace(year, '').trim() : name;
}
