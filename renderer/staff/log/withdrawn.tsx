import type { DeskLog } from '../../../core/contract/desk/log.ts';
import { hourOfDay } from '../../../core/domain/desk/local-hour.ts';
import { beforeText } from './before-text.ts';
import { changeText } from './change-text.ts';
import type { Wording } from './names.ts';
import styles from './recent.module.css';

/** What was taken back within a day: it counts no more, and who wonders where it went finds it here. */
export function Withdrawn({
  withdrawn,
  wording,
}: {
  readonly withdrawn: DeskLog['withdrawn'];
  readonly wording: Wording;
}) {
  if (withdrawn.length === 0) return null;
  return (
    <section className={styles.withdrawn}>
      <h3>{wording.say('log.withdrawn')}</h3>
      <ul>
        {withdrawn.map((change) => (
          // An id of a question is of no other one.
          <li key={change.before.id} data-item>
            {changeText(
              change,
              `${beforeText(change.before, change.before, wording)} · ${String(hourOfDay(change.before.at)).padStart(2, '0')}:00`,
              wording,
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
