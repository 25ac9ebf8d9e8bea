import type { MountedPlace } from './mounted-places.ts';

/**
 * Remembers which places were mounted when it was asked last, and says which are new since: all of them at first. What was taken out
 * and plugged in again is new.
 */
export function newPlaces(list: () => readonly MountedPlace[]): () => MountedPlace[] {
  let known = new Set<string>();
  const nameOf = ({ id, folder }: MountedPlace) => `${id} ${folder}`;
  return () => {
    const now = list();
    const fresh = now.filter((place) => !known.has(nameOf(place)));
    known = new Set(now.map(nameOf));
    return fresh;
  };
}
