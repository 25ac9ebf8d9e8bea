import type { DeskLog } from '../../../core/contract/desk/log.ts';
import type { Language } from '../../../core/domain/words.ts';
import { momentText } from '../../admin/times.ts';
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
  const when = page.restoredTo === null ? undefined : momentText(page.restoredTo.at, language);
  const restored = page.troubles.includes('ops-restored');
  return [
    ...(refused === undefined ? [] : [say(`refused.${refused}`)]),
    ...(lost ? [when === undefined ? say('log.lost') : say('log.lostSent', { when })] : []),
    ...(restored
      ? [
          when === undefined
            ? say('log.restoredEmpty')
            : say(page.restoredTo?.where === 'server' ? 'log.restoredSent' : 'log.restored', { when }),
        ]
      : []),
    ...(page.troubles.includes('audit-broken') ? [say('log.auditBroken')] : []),
    ...(page.clockBehind ? [say('log.clock')] : []),
    ...(page.listsFault === null ? [] : [say('log.lists', { fault: page.listsFault })]),
    ...(page.hoursFault === null ? [] : [say('log.hours', { fault: page.hoursFault })]),
  ];
}
