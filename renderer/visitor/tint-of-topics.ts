import type { HomePage } from '../../core/contract/pages.ts';
import type { Tint } from '../../core/domain/topic.ts';

/**
 * The tint of the first topic, in the order of the home screen, that is one of these. Undefined for what belongs to no
 * topic that is shown: it has the colour of the house then, which is that of an element without a tint.
 */
export function tintOfTopics({ topics }: HomePage, ids: readonly string[]): Tint | undefined {
  return topics.find(({ topic }) => ids.includes(topic.id))?.topic.tint;
}
