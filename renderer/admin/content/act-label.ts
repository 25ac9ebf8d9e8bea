import type { PackAct, PackOrder, PackStatus, VersionStatus } from '../../../core/contract/admin.ts';
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

/** What is asked of main: with the version that the button and the question name, where they name one. */
export function orderOf(act: PackAct, pack: PackStatus): PackOrder {
  if (act === 'release' || act === 'factory') return { act, pack: pack.id };
  return { act, pack: pack.id, version: versionOf(act, pack)?.version ?? 0 };
}

/** The pack and the versions that an act is about. */
function actValues(act: PackAct, pack: PackStatus) {
  return { ...packValues(pack), pack: pack.title, version: versionOf(act, pack)?.version ?? '' };
}

function versionOf(act: PackAct, { shown, before, ready }: PackStatus): VersionStatus | null {
  return { install: ready, 'roll-back': before, hold: shown, release: shown, factory: shown }[act];
}
