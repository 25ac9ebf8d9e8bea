import type { RolloutOnPage } from '../../../core/contract/administration/rollout.ts';
import type { AdministrationSay } from '../../words/administration-words.ts';

/** What people call a roll-out: its pack and version, and its channel when that is not the one for visitors. */
export function rolloutName(
  { pack, version, channel }: Pick<RolloutOnPage, 'pack' | 'version' | 'channel'>,
  say: AdministrationSay,
): string {
  const name = say('rollouts.named', { pack, version });
  return channel === 'stable' ? name : `${name} (${say(`packs.channel.${channel}`)})`;
}
