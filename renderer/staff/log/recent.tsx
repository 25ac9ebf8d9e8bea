import { useState } from 'react';
import type { DeskLog, LoggedRow } from '../../../core/contract/desk/log.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { endingText, subjectText, TINTS, type Wording } from './names.ts';
import styles from './recent.module.css';
import { whenText } from './when-text.ts';
import { Withdrawn } from './withdrawn.tsx';

type Props = {
  readonly page: DeskLog;
  readonly wording: Wording;
  readonly edit: (row: LoggedRow) => void;
  /** A question that was just saved stands above it. */
  readonly isBeside: boolean;
};

/** So many are in sight without looking for them: fewer beside a question that was just saved. */
const MOST_SHOWN = 8;
const MOST_BESIDE = 3;

/** How many there were today, and the last ones, each to be opened. */
export function Recent({ page, wording, edit, isBeside }: Props) {
  const { say } = wording;
  const [all, setAll] = useState(false);
  const most = isBeside ? MOST_BESIDE : MOST_SHOWN;
  return (
    <section className={styles.recent}>
      <header className={styles.head}>
        <h2>{say('log.recent')}</h2>
        <p className={styles.count}>{say('log.today', { count: page.today })}</p>
      </header>
      {page.recent.length === 0 ? (
        <p className={styles.none}>{say('log.none')}</p>
      ) : (
        <Rows rows={page.recent.slice(0, most)} {...{ page, wording, edit }} />
      )}
      {(page.recent.length > most || page.withdrawn.length > 0) && (
        <button type="button" className={styles.all} aria-haspopup="dialog" onClick={() => setAll(true)}>
          {say('log.all')}
        </button>
      )}
      <p className={styles.server}>{serverText(page, say)}</p>
      {all && (
        <Sheet title={say('log.all')} closeLabel={say('close')} place="beside" close={() => setAll(false)}>
          <Rows
            rows={page.recent}
            {...{ page, wording }}
            edit={(row) => {
              setAll(false);
              edit(row);
            }}
          />
          <Withdrawn withdrawn={page.withdrawn} now={page.now} wording={wording} />
        </Sheet>
      )}
    </section>
  );
}

type RowsProps = Pick<Props, 'page' | 'wording' | 'edit'> & { readonly rows: readonly LoggedRow[] };

function Rows({ rows, page, wording, edit }: RowsProps) {
  const { say, language } = wording;
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li key={row.number} data-item>
          <button type="button" className={styles.row} onClick={() => edit(row)}>
            <span className={styles.dot} data-tint={TINTS[row.question.category]} aria-hidden="true" />
            <span className={styles.words}>
              <b>{subjectText(row.question, wording)}</b>
              <small>{endingText(row.question, say)}</small>
            </span>
            <small className={styles.when}>{whenText(row.question.at, page.now, language)}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}

function serverText({ server }: DeskLog, say: Wording['say']): string {
  if (server === null) return say('log.alone');
  if (server.state === 'revoked') return say('log.revoked');
  return server.waiting > 0 ? say('log.waiting', { count: server.waiting }) : say('log.sent');
}
