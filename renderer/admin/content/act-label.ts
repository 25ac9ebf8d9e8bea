import type { PackAct, PackStatus } from '../../../core/contract/admin.ts';
import type { AdminSay } from '../../words/admin-words.ts';
import { packValues, RELEASE_WORDS, releaseBrings } from './release-words.ts';
import { ACT_WORDS } from './result-words.ts';

/** What stands on the button of an act, and above the question whether it is meant. */
export function actLabel(act: PackAct, pack: PackStatus, say: AdminSay): string {
  return say(`content.acts.${ACT_WORDS[act]}`, actValues(act, pack));
}

/** The question whether an act is meant: what visitors will see, and what the library thinks of it. */
export function actQuestion(act: PackAct, pack: PackStatus, say: AdminSay): string {
  const values = actValues(act, pack);
  if (act === 'release') return say(`content.ask.${RELEASE_WORDS[releaseBrings(pack)]}`, values);
  if (act === 'install') return say(`content.ask.${INSTALL_WORDS[pack.ready?.turn ?? 'idle']}`, values);
  return say(`content.ask.${ACT_WORDS[act]}`, values);
}

const INSTALL_WORDS = { idle: 'install', closed: 'installClosed', never: 'installStopped' } as const;

/** The pack and the versions that an act is about. */
function actValues(act: PackAct, pack: PackStatus) {
  const { title, shown, before, ready } = pack;
  const version = { install: ready, 'roll-back': before, hold: shown, release: shown, factory: shown }[act];
  return { ...packValues(pack), pack: title, version: version?.version ?? '' };
}
