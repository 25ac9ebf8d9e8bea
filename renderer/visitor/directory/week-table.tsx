import type { OpeningOnDay } from '../../../core/contract/directory.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Said } from '../../ui/said.tsx';
import { useTools } from '../use-visit.ts';
import { clockWords, weekdayWords } from './day-words.ts';
import styles from './week-table.module.css';

/** The hours of seven days from today: a row a day, and why a day is not as usual. */
export function WeekTable({ week }: { readonly week: readonly OpeningOnDay[] }) {
  const say = useWords();
  const { language } = useTools();
  return (
    <table className={styles.week}>
      <tbody>
        {week.map(({ date, spans, holiday, exception }, index) => (
          <tr key={date}>
            <th scope="row">{index === 0 ? say('directory.today') : weekdayWords(date, language)}</th>
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
