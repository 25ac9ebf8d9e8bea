import type { DeskLog, LoggedRow } from '../../../core/contract/desk/log.ts';
import { dayOf, hourOfDay } from '../../../core/domain/desk/local-hour.ts';
import { endingText, subjectText, TINTS, type Wording } from './names.ts';
import styles from './recent.module.css';

type Props = {
  readonly page: DeskLog;
  readonly wording: Wording;
  readonly edit: (row: LoggedRow) => void;
};

/** So many are in sight without looking for them. */
const MOST_SHOWN = 12;

/** How many there were today, and the last ones, each to be opened. */
export function Recent({ page, wording, edit }: Props) {
  const { say, language } = wording;
  return (
    <section className={styles.recent}>
      <header className={styles.head}>
        <h2>{say('log.recent')}</h2>
        <p className={styles.count}>{say('log.today', { count: page.today })}</p>
      </header>
      {page.recent.length === 0 ? (
        <p className={styles.none}>{say('log.none')}</p>
      ) : (
        <ul className={styles.list}>
          {page.recent.slice(0, MOST_SHOWN).map((row) => (
            <li key={row.number} data-item>
              <button type="button" className={styles.row} onClick={() => edit(row)}>
                <span className={styles.dot} data-tint={TINTS[row.question.category]} aria-hidden="true" />
                <span className={styles.words}>
                  <b>{subjectText(row.question, wording)}</b>
                  <small>{endingText(row.question, say)}</small>
                </span>
                <small className={styles.when}>{whenText(row, page.now, language)}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.server}>{serverText(page, say)}</p>
    </section>
  );
}

/** The hour in which it was asked, and the day when that is not today. */
function whenText({ question: { at } }: LoggedRow, now: string, language: string): string {
  const hour = `${String(hourOfDay(at)).padStart(2, '0')}:00`;
  if (dayOf(at) === dayOf(now)) return hour;
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return `${day.format(new Date(`${dayOf(at)}T00:00:00Z`))} ${hour}`;
}

function serverText({ server }: DeskLog, say: Wording['say']): string {
  if (server === null) return say('log.alone');
  if (server.state === 'revoked') return say('log.revoked');
  return server.waiting > 0 ? say('log.waiting', { count: server.waiting }) : say('log.sent');
}
