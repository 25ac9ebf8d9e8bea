import type { Language } from '../../core/domain/language.ts';
import { reportWords } from '../../core/domain/report/report-words.ts';
import { valueName } from '../../core/domain/report/value-name.ts';
import type { WorthSay } from '../words/worth-words.ts';
import { Figure } from './figure.tsx';
import { Heat } from './heat.tsx';

type Props = {
  /** `value` is a weekday (Monday 0) and an hour, as `3 14`. */
  readonly rows: readonly { readonly value: string; readonly number: number }[];
  readonly language: Language;
  readonly say: WorthSay;
};

/** Questions by weekday and hour, from the first hour with any to the last. */
export function MomentsChart({ rows, language, say }: Props) {
  const words = reportWords(language);
  const at = new Map(rows.map(({ value, number }) => [value, number]));
  const hours = rows.map(({ value }) => Number(value.slice(2)));
  const first = Math.min(...hours);
  const span = Array.from(
    { length: Math.max(0, Math.max(...hours) - first + 1) },
    (_, index) => first + index,
  );
  const count = (weekday: number, hour: number) => at.get(`${weekday} ${String(hour).padStart(2, '0')}`) ?? 0;
  const days = Array.from({ length: 7 }, (_, weekday) => weekday).filter((weekday) =>
    span.some((hour) => count(weekday, hour) > 0),
  );
  const day = (weekday: number) => valueName('weekday', String(weekday), language);
  const busiest = [...rows].sort((one, other) => other.number - one.number)[0];
  return (
    <Figure
      title={say('moments')}
      says={
        busiest === undefined
          ? say('nothing')
          : say('busiest', {
              day: day(Number(busiest.value[0])),
              hour: Number(busiest.value.slice(2)),
              count: busiest.number,
            })
      }
      tableName={say('table')}
      table={{
        columns: [words.variables.weekday, ...span.map((hour) => valueName('hour', String(hour), language))],
        rows: days.map((weekday) => ({
          id: String(weekday),
          cells: [day(weekday), ...span.map((hour) => String(count(weekday, hour)))],
        })),
      }}
    >
      <Heat
        rows={days.map(day)}
        columns={span.map(String)}
        countAt={(row, column) => count(days[row] ?? 0, span[column] ?? 0)}
      />
    </Figure>
  );
}
