import type { LastWalk } from '../desk/last-walk.ts';
import type { PreviewRoom } from './preview-room.ts';

/**
 * The walk that is offered to the log, as the screens tell of it: while a pack is previewed they tell of none. Whoever looks at a pack helped
 * nobody, and the language of that pack is no visitor's.
 */
export function previewedWalk(walk: LastWalk, room: Pick<PreviewRoom, 'store'>): LastWalk {
  return {
    ...walk,
    at: (place) => {
      if (room.store() === undefined) walk.at(place);
    },
  };
}
