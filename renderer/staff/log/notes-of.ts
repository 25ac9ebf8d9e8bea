import type { DeskLog } from '../../../core/contract/desk/log.ts';
import { dayText } from '../../../core/domain/day-text.ts';
import { dayOf, hourOfDay } from '../../../core/domain/desk/local-hour.ts';
import type { Language } from '../../../core/domain/words.ts';
import type { StaffSay } from '../../words/staff-words.ts';
import type { Refused } from './refused.ts';

/** A line above the tiles. `danger`: something is wrong; `plain`: a reminder. */
export type Note = { readonly text: string; readonly look: 'danger' | 'plain' };

type Told = Pick<
  DeskLog,
  'troubles' | 'restoredTo' | 'clockBehind' | 'listsFault' | 'hoursFault' | 'quietHours'
>;

/** What staff must know before they log: what was not saved, what was lost, what is wrong, and last a reminder. */
export function notesOf(page: Told, refused: Refused | undefined, say: StaffSay, language: Language): Note[] {
  const lost = page.troubles.includes('ops-lost');
  const restored = page.troubles.includes('ops-restored');
  const danger = (text: string): Note => ({ text, look: 'danger' });
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
    ...(page.hoursFault === null ? [] : [danger(say('log.hours', { fault: page.hoursFault }))]),
    ...(page.quietHours === null
      ? []
      : [{ text: say('log.quiet', { count: page.quietHours }), look: 'plain' } as const]),
  ];
}
