import type { Handlers } from '../../core/contract/ipc.ts';
import type { PackFolder } from '../../core/contract/preview.ts';
import { countChoices } from '../../db/content/directory/count-choices.ts';
import { flowPage } from '../../db/content/pages.ts';
import type { ContentHouse } from '../content/content-house.ts';
import type { PreviewRoom } from '../preview/preview-room.ts';
import type { PrintRoom } from '../print/print-room.ts';

type PreviewHandlers = Pick<
  Handlers,
  'preview:folders' | 'preview:open' | 'preview:close' | 'preview:printable' | 'preview:print'
>;

/** What the preview is joined with. `house` is that of the visitors; `leave` ends what the screens began in the preview. */
export type PreviewJoined = {
  readonly house: ContentHouse;
  readonly room: PreviewRoom;
  /** Looks for packs where they may be now: sticks come and go. */
  readonly find: () => Promise<readonly PackFolder[]>;
  readonly printRoom: () => Promise<PrintRoom>;
  readonly leave: () => void;
};

/** Nothing is asked for: all that a directory has. */
const EVERYTHING = { facets: {}, openAt: undefined };

/** What an admin may do with a pack folder on disk. What the pack says, the screens of visitors ask for as ever. */
export function previewHandlers({ house, room, find, printRoom, leave }: PreviewJoined): PreviewHandlers {
  return {
    'preview:folders': async () => [...(await find())],
    'preview:open': ({ folder }) => {
      leave();
      const categories = house.read(
        (db) => countChoices(db, ['category'], EVERYTHING).category.map(({ value }) => value),
        () => [],
      );
      // Without a directory there is nothing to hold them against. The room waits for it, and knows when nobody wants it any more.
      return room.open(
        folder,
        categories.then((all) => (all.length === 0 ? undefined : all)),
      );
    },
    'preview:close': () => {
      leave();
      room.close();
      return null;
    },
    'preview:printable': async () => (await (await printRoom()).papers()).some(({ paper }) => paper === 'a4'),
    'preview:print': async ({ flow, languages }) => {
      const store = room.store();
      const page = store === undefined ? null : flowPage(store, flow, house.today());
      return page === null ? 'failed' : (await printRoom()).printFacts(page, languages);
    },
  };
}
