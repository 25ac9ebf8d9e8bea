import type {
  ActResult,
  AdminStatus,
  LookedAt,
  LookResult,
  PackAct,
  PackStatus,
} from '../../../core/contract/admin.ts';
import type { AdminSay } from '../../words/admin-words.ts';
import { nl } from '../../words/nl/admin.ts';

type Fault = keyof typeof nl.content.faults;

/** The kind of a fault as the words know it. */
export function faultWords(fault: string, say: AdminSay): string {
  const known = Object.hasOwn(nl.content.faults, fault) ? (fault as Fault) : 'unknown';
  return say(`content.faults.${known}`);
}

/** Why the last look came to nothing, with the title of the pack that it is of. */
export function failureWords(
  { fault, pack }: NonNullable<AdminStatus['failure']>,
  say: AdminSay,
  packs: readonly Pick<PackStatus, 'id' | 'title'>[],
): string {
  const why = faultWords(fault, say);
  if (pack === undefined) return why;
  return say('content.done.packFailed', { pack: packs.find(({ id }) => id === pack)?.title ?? pack, why });
}

/** What came of a look, a line a pack. `titles`: of the packs, by id. */
export function lookWords(result: LookResult, say: AdminSay, titles: ReadonlyMap<string, string>): string[] {
  switch (result.kind) {
    case 'looked':
      return result.packs.map((each) =>
        packWords({ ...each, pack: titles.get(each.pack) ?? each.pack }, say),
      );
    case 'failed':
      return [faultWords(result.fault, say)];
    case 'nothing-to-look-at':
      return [say('content.done.nothingToLookAt')];
  }
}

function packWords({ pack, kind, version, fault }: LookedAt, say: AdminSay): string {
  switch (kind) {
    case 'ready':
      return say('content.done.readyNow', { pack, version: version ?? '' });
    case 'current':
      return say('content.done.current', { pack });
    case 'waits':
      return say('content.done.waits', { pack, version: version ?? '' });
    case 'older':
    case 'not-published':
    case 'failed':
      return say('content.done.packFailed', { pack, why: faultWords(fault ?? 'unknown', say) });
  }
}

/** How an act is called in the words. */
export const ACT_WORDS = {
  install: 'install',
  hold: 'hold',
  release: 'release',
  'roll-back': 'rollBack',
  factory: 'factory',
} as const satisfies Record<PackAct, string>;

/** What came of an act. */
export function actWords(act: PackAct, result: ActResult, say: AdminSay): string {
  return result.kind === 'done'
    ? say(`content.done.${ACT_WORDS[act]}`, { version: result.version })
    : say(`content.done.${result.kind}`);
}
