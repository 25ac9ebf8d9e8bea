import { TriangleAlert } from 'lucide';
import type { DeskLog } from '../../../core/contract/desk/log.ts';
import { Icon } from '../../ui/icon.tsx';
import { useStaff } from '../use-staff.ts';
import styles from './notes.module.css';
import { notesOf } from './notes-of.ts';
import type { Refused } from './refused.ts';

type Props = { readonly page: DeskLog; readonly refused: Refused | undefined };

/** What staff must know before they log: what was not saved, what was lost. */
export function Notes({ page, refused }: Props) {
  const { say, language } = useStaff();
  return (
    <div role="alert" className={styles.notes}>
      {notesOf(page, refused, say, language).map((text) => (
        <p key={text} className={styles.note}>
          <Icon of={TriangleAlert} />
          <span>{text}</span>
        </p>
      ))}
    </div>
  );
}
