import type { DeskLog } from '../../../core/contract/desk/log.ts';
import type { LocalHour } from '../../../core/domain/desk/local-hour.ts';
import { beforeText } from './before-text.ts';
import { changeText } from './change-text.ts';
import type { Wording } from './names.ts';
import styles from './recent.module.css';
import { whenText } from './when-text.ts';

/** What was taken back within a day: it counts no more, and who wonders where it went finds it here. */
export function Withdrawn({
  withdrawn,
  now,
  wording,
}: {
  readonly withdrawn: DeskLog['withdrawn'];
  /** The hour on the wall. */
  readonly now: LocalHour;
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
            {withdrawnText(change, now, wording)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A question that was taken back: who did it and when, what it was, and when it was asked. */
export function withdrawnText(
  change: DeskLog['withdrawn'][number],
  now: LocalHour,
  wording: Wording,
): string {
  const { before } = change;
  const what = `${beforeText(before, before, wording)} · ${whenText(before.at, now, wording.language)}`;
  return changeText(change, what, wording);
}
