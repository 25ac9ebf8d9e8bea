import type { DeskPlace } from '../../../core/domain/desk/desk-place.ts';
import type { WordKey } from '../../words/word-key.ts';

/** The way to the desk in sentences, in the order in which they are walked. Without a place: that there is a desk. */
export function wayWords(place: DeskPlace | null): readonly WordKey[] {
  if (place === null) return ['desk.one'];
  const { floor, way, near } = place;
  const words: WordKey[] = [
    ...(floor === 'same' ? [] : [`desk.floor.${floor}` as const]),
    ...(way === null ? [] : [`desk.way.${way}` as const]),
    ...(near === null ? [] : [`desk.near.${near}` as const]),
  ];
  return words.length === 0 ? ['desk.one'] : words;
}
