import type { PackStatus } from '../../../core/contract/admin.ts';
import type { AdminSay } from '../../words/admin-words.ts';

type Versions = Pick<PackStatus, 'shown' | 'before' | 'ready' | 'floor'>;

/**
 * What comes on the screen once a pack is let go: `newer` versions as they come; the one that lies ready after closing time (`closed`), or
 * not while the library holds it (`stopped`); or nothing up to the highest that was ever shown (`higher`).
 */
export function releaseBrings({ shown, ready, floor }: Versions): 'newer' | 'closed' | 'stopped' | 'higher' {
  if (ready !== null) return ({ idle: 'newer', closed: 'closed', never: 'stopped' } as const)[ready.turn];
  return shown !== null && (floor ?? 0) > shown.version ? 'higher' : 'newer';
}

/** How these are called in the words, of the question and of what came of it. */
export const RELEASE_WORDS = {
  newer: 'release',
  closed: 'releaseClosed',
  stopped: 'releaseStopped',
  higher: 'releaseHigher',
} as const satisfies Record<ReturnType<typeof releaseBrings>, string>;

/** The versions of a pack, for the words. */
export function packValues({ shown, before, ready, floor }: Versions) {
  return {
    shown: shown?.version ?? '',
    before: before?.version ?? '',
    ready: ready?.version ?? '',
    floor: floor ?? '',
  };
}

/** What letting go of a pack has brought; where it stays below what was shown before, also the way back. */
export function releasedWords(pack: Versions, say: AdminSay): string[] {
  const brings = releaseBrings(pack);
  const values = packValues(pack);
  const told = say(`content.done.${RELEASE_WORDS[brings]}`, values);
  return brings === 'higher' && pack.before !== null ? [told, say('content.done.wayBack', values)] : [told];
}
