import { Clock3, TriangleAlert } from 'lucide';
import type { DeskLog } from '../../../core/contract/desk/log.ts';
import { Icon } from '../../ui/icon.tsx';
import { useStaff } from '../use-staff.ts';
import styles from './notes.module.css';
import { type Note, notesOf } from './notes-of.ts';
import type { Refused } from './refused.ts';

/** What staff must know before they log: what was not saved, what was lost, and a reminder. */
export function Notes({ page, refused }: { readonly page: DeskLog; readonly refused: Refused | undefined }) {
  const { say, language } = useStaff();
  const notes = notesOf(page, refused, say, language);
  return (
    <>
      <div role="alert" className={styles.notes}>
        {notes
          .filter(({ look }) => look === 'danger')
          .map((note) => (
            <NoteLine key={note.text} {...note} />
          ))}
      </div>
      <div role="status" className={styles.reminders}>
        {notes
          .filter(({ look }) => look === 'plain')
          .map((note) => (
            <NoteLine key={note.text} {...note} />
          ))}
      </div>
    </>
  );
}

function NoteLine({ text, look }: Note) {
  return (
    <p className={`${styles.note} ${styles[look]}`}>
      <Icon of={look === 'danger' ? TriangleAlert : Clock3} />
      <span>{text}</span>
    </p>
  );
}
