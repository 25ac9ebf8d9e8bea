import type { OpeningOnDay } from '../../../core/contract/directory.ts';
import { type CalendarDate, daysBetween } from '../../../core/domain/calendar-date.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Said } from '../../ui/said.tsx';
import { useTools } from '../use-visit.ts';
import { clockWords, dateWords, weekdayWords } from './day-words.ts';
import styles from './week-table.module.css';

type WeekTableProps = { readonly week: readonly OpeningOnDay[]; readonly today: CalendarDate };

/**
 * The hours of the days from today on of which they are known: a row a day, and why a day is not as usual. After days that are left
 * out, a day has its date.
 */
export function WeekTable({ week, today }: WeekTableProps) {
  const say = useWords();
  const { language } = useTools();
  const dayWords = (date: CalendarDate, index: number) => {
    if (date === today) return say('directory.today');
    return daysBetween(today, date) === index ? weekdayWords(date, language) : dateWords(date, language);
  };
  return (
    <table className={styles.week}>
      <tbody>
        {week.map(({ date, spans, holiday, exception }, index) => (
          <tr key={date} aria-current={date === today ? 'date' : undefined}>
            <th scope="row">{dayWords(date, index)}</th>
            <td>
              {spans.length === 0 && <span>{say('directory.shut')}</span>}
              {spans.map(({ opens, closes }) => (
                <bdi key={opens} dir="ltr">{`${clockWords(opens)} – ${clockWords(closes)}`}</bdi>
              ))}
              {holiday !== undefined && <small>{say(`directory.holidays.${holiday}`)}</small>}
              {exception?.reason !== undefined && (
                <small>
                  <Said words={exception.reason} language={language} text={(reason) => reason} />
                </small>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
