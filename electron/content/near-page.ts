import type { NearPage } from '../../core/contract/directory.ts';
import { soonestFirst } from '../../core/domain/directory/soonest-first.ts';
import type { Id } from '../../core/domain/id.ts';
import { listServices } from '../../db/content/directory/list-services.ts';
import type { ReadDb } from '../../db/open.ts';
import { entryOf } from './directory-pages.ts';

/** So many fit below an outcome without hiding what comes after. */
const MOST_SHOWN = 3;
/** Of so many, by name, the ones that are open soonest are sought: a large directory may have thousands of a category. */
const MOST_RANKED = 60;

/**
 * The services of a category to go to from an outcome: a few, soonest open first, and how many there are in all. One
 * that is closed for a time or outdated helps nobody now, so it is not among the few. `now` in milliseconds since 1970.
 */
export function nearPage(db: ReadDb | undefined, category: Id, now: number): NearPage {
  if (db === undefined) return { total: 0, services: [] };
  const { total, services } = listServices(db, { facets: { category }, page: 0, pageSize: MOST_RANKED });
  const entries = services.map((service) => entryOf(service, now));
  const ready = entries.filter(({ temporarilyClosed, outdated }) => !temporarilyClosed && !outdated);
  return { total, services: soonestFirst(ready).slice(0, MOST_SHOWN) };
}
