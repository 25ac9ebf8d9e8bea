import type { DeskLog } from '../../../core/contract/desk/log.ts';
import { dayText } from '../../../core/domain/day-text.ts';
import { dayOf, hourOfDay } from '../../../core/domain/desk/local-hour.ts';
import type { Language } from '../../../core/domain/words.ts';
import type { StaffSay } from '../../words/staff-words.ts';
import type { Refused } from './refused.ts';

type Told = Pick<DeskLog, 'troubles' | 'restoredTo' | 'clockBehind' | 'listsFault' | 'hoursFault'>;

/** The lines above the tiles: what staff must know before they log. What was not saved, what was lost, what is wrong. */
export function notesOf(
  page: Told,
  refused: Refused | undefined,
  say: StaffSay,
  language: Language,
): string[] {
  const lost = page.troubles.includes('ops-lost');
  const restored = page.troubles.includes('ops-restored');
  return [
    ...(refused === undefined ? [] : [say(`refused.${refused}`)]),
    ...(lost ? [say('log.lost')] : []),
    ...(restored
      ? [
          page.restoredTo === null
            ? say('log.restoredEmpty')
            : say('log.restored', {
                when: `${dayText(dayOf(page.restoredTo), language)}, ${hourOfDay(page.restoredTo)}:00`,
              }),
        ]
      : []),
    ...(page.clockBehind ? [say('log.clock')] : []),
    ...(page.listsFault === null ? [] : [say('log.lists', { fault: page.listsFault })]),
    ...(page.hoursFault === null ? [] : [say('log.hours', { fault: page.hoursFault })]),
  ];
}
