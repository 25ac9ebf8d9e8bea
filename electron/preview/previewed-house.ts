import type { ContentHouse } from '../content/content-house.ts';
import type { PreviewRoom } from './preview-room.ts';

/**
 * The house as the screens see it: while a pack is previewed, they read that one, and nothing that they do is written down. So the
 * screens of visitors draw it, and there are no others to keep the same. What changes the real content is not of the screens.
 */
export function previewedHouse(house: ContentHouse, room: Pick<PreviewRoom, 'store'>): ContentHouse {
  return {
    ...house,
    troubles: () => (room.store() === undefined ? house.troubles() : []),
    read: async (ask, otherwise) => {
      const store = room.store();
      return store === undefined ? house.read(ask, otherwise) : ask(store);
    },
    incident: (code, detail) => {
      if (room.store() === undefined) house.incident(code, detail);
    },
    write: (act) => (room.store() === undefined ? house.write(act) : undefined),
  };
}
