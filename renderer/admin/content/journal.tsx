import { useId } from 'react';
import type { AdminStatus } from '../../../core/contract/admin.ts';
import type { AdminWordKey } from '../../words/admin-words.ts';
import { nl } from '../../words/nl/admin.ts';
import { momentText } from '../times.ts';
import { useAdmin } from '../use-admin.ts';
import styles from './content-section.module.css';

/** What was done at this kiosk, the last first; and by whom, where people have a PIN of their own. */
export function Journal({ acts }: { readonly acts: AdminStatus['acts'] }) {
  const { say, language } = useAdmin();
  const heading = useId();
  const hasNames = acts.some(({ who }) => who !== null);
  return (
    <section className={styles.card} aria-labelledby={heading} data-item>
      <h2 id={heading}>{say('content.journal.title')}</h2>
      {acts.length === 0 ? (
        <p>{say('content.journal.none')}</p>
      ) : (
        <table className={styles.table} aria-labelledby={heading}>
          <thead>
            <tr>
              <th scope="col">{say('content.journal.when')}</th>
              <th scope="col">{say('content.journal.what')}</th>
              {hasNames && <th scope="col">{say('content.journal.who')}</th>}
            </tr>
          </thead>
          <tbody>
            {acts.map(({ at, act, who, detail }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what was done never moves, and two things may have one moment
              <tr key={index}>
                <td>{momentText(at, language)}</td>
                <td>
                  {Object.hasOwn(nl.content.journal, act)
                    ? say(`content.journal.${act}` as AdminWordKey)
                    : act}
                  {detail !== '' && ` (${detail})`}
                </td>
                {hasNames && <td>{who}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
