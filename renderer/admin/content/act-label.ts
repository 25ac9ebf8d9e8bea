import type { PackAct, PackStatus } from '../../../core/contract/admin.ts';
import type { AdminSay } from '../../words/admin-words.ts';
import { ACT_WORDS } from './result-words.ts';

/** What stands on the button of an act, and above the question whether it is meant. */
export function actLabel(act: PackAct, pack: PackStatus, say: AdminSay): string {
  return say(`content.acts.${ACT_WORDS[act]}`, actValues(act, pack));
}

/** The pack and the versions that an act is about. */
export function actValues(act: PackAct, { title, shown, before, ready }: PackStatus) {
  const version = { install: ready, 'roll-back': before, hold: shown, release: shown, factory: shown }[act];
  return { pack: title, version: version?.version ?? '', shown: shown?.version ?? '' };
}
