import { Clock3, type IconNode, TriangleAlert } from 'lucide';
import type { DeskLog } from '../../../core/contract/desk/log.ts';
import { dayText } from '../../../core/domain/day-text.ts';
import { dayOf, hourOfDay } from '../../../core/domain/desk/local-hour.ts';
import type { Language } from '../../../core/domain/words.ts';
import { Icon } from '../../ui/icon.tsx';
import type { StaffSay } from '../../words/staff-words.ts';
import { useStaff } from '../use-staff.ts';
import styles from './notes.module.css';
import type { Refused } from './refused.ts';

type Note = { readonly text: string; readonly icon: IconNode; readonly look: 'danger' | 'plain' };

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
      {notes
        .filter(({ look }) => look === 'plain')
        .map((note) => (
          <NoteLine key={note.text} {...note} />
        ))}
    </>
  );
}

function NoteLine({ text, icon, look }: Note) {
  return (
    <p className={`${styles.note} ${styles[look]}`}>
      <Icon of={icon} />
      <span>{text}</span>
    </p>
  );
}

function notesOf(page: DeskLog, refused: Refused | undefined, say: StaffSay, language: Language): Note[] {
  const lost = page.troubles.includes('ops-lost');
  const restored = page.troubles.includes('ops-restored');
  const danger = (text: string): Note => ({ text, icon: TriangleAlert, look: 'danger' });
  return [
    ...(refused === undefined ? [] : [danger(say(`refused.${refused}`))]),
    ...(lost ? [danger(say('log.lost'))] : []),
    ...(restored
      ? [
          danger(
            page.restoredTo === null
              ? say('log.restoredEmpty')
              : say('log.restored', {
                  when: `${dayText(dayOf(page.restoredTo), language)}, ${hourOfDay(page.restoredTo)}:00`,
                }),
          ),
        ]
      : []),
    ...(page.clockBehind ? [danger(say('log.clock'))] : []),
    ...(page.listsFault === null ? [] : [danger(say('log.lists', { fault: page.listsFault }))]),
    ...(page.quietHours === null
      ? []
      : [{ text: say('log.quiet', { count: page.quietHours }), icon: Clock3, look: 'plain' } as const]),
  ];
}
