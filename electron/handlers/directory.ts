import type { Handlers } from '../../core/contract/ipc.ts';
import { hasServices } from '../../db/content/directory/list-services.ts';
import type { ContentHouse } from '../content/content-house.ts';
import { servicePage, servicesPage } from '../content/directory-pages.ts';
import { nearPage } from '../content/near-page.ts';

type DirectoryHandlers = Pick<
  Handlers,
  'directory:awaited' | 'directory:list' | 'directory:near' | 'directory:service'
>;

/** Answers what the screens ask of the directory. What is open is worked out here, by the clock that is passed in. */
export function directoryHandlers(house: ContentHouse, now: () => Date): DirectoryHandlers {
  return {
    'directory:awaited': async () => {
      await house.filled();
      return house.read(hasServices, () => false);
    },
    'directory:list': ({ filters, page }) =>
      house.read(
        (db) => servicesPage(db, filters, page, now().getTime()),
        () => servicesPage(undefined, filters, page, now().getTime()),
      ),
    'directory:near': ({ category }) =>
      house.read(
        (db) => nearPage(db, category, now().getTime()),
        () => nearPage(undefined, category, now().getTime()),
      ),
    'directory:service': ({ id }) =>
      house.read(
        (db) => servicePage(db, id, now().getTime()),
        () => null,
      ),
  };
}
