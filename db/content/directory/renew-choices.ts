import { detach } from '../../../core/domain/directory/detach.ts';
import { facetsOf, placesToChoose } from '../../../core/domain/directory/facet.ts';
import { serviceWithoutRefused } from '../../../core/domain/directory/service-without-refused.ts';
import type { WriteDb } from '../../open.ts';
import { activeDirectory, CHOICES_VERSION, withVersion } from './active-directory.ts';
import { readerOf, SHARED_TABLES } from './read-directory.ts';
import { facetWriter } from './write-facets.ts';

const AT_ONCE = 500;

/**
 * Works out anew by what the services that are shown can be chosen, where an earlier version of the app did: of what a library imported
 * nobody has the file any more. Schedules that this version would refuse go: they say another thing than was meant. In one transaction. Says whether there was anything to do. Throws SqliteError.
 */
export function renewChoices(db: WriteDb): boolean {
  const isOld = () => {
    const active = activeDirectory(db);
    return active !== undefined && active.choicesVersion !== CHOICES_VERSION ? active : undefined;
  };
  if (isOld() === undefined) return false;
  db.transaction(() => {
    // Another process may have done it meanwhile, or shown another directory.
    const active = isOld();
    if (active === undefined) return;
    const { generation, digest } = active;
    db.prepare('DELETE FROM directory_facets WHERE generation = ?').run(generation);
    const update = db.prepare<[string, number]>('UPDATE directory_services SET hours = ? WHERE number = ?');
    const updateBody = db.prepare<[string, number]>(
      'UPDATE directory_services SET body = ? WHERE number = ?',
    );
    const updatePlace = db.prepare<[string, number, string]>(
      `UPDATE ${SHARED_TABLES.location} SET body = ? WHERE generation = ? AND id = ?`,
    );
    const facets = facetWriter(db, generation);
    const reader = readerOf(db, generation);
    for (let found = reader.after(0, AT_ONCE); found.length > 0; ) {
      for (const { number, service: kept } of found) {
        const { service, isChanged, changedPlaces } = serviceWithoutRefused(kept);
        if (isChanged) updateBody.run(JSON.stringify(detach(service).body), number);
        for (const place of changedPlaces) updatePlace.run(JSON.stringify(place), generation, place.id);
        update.run(JSON.stringify(placesToChoose(service)), number);
        for (const [facet, value] of facetsOf(service)) facets.add(facet, value, number);
      }
      found = reader.after(found.at(-1)?.number ?? 0, AT_ONCE);
    }
    facets.write();
    db.prepare('UPDATE directories SET digest = ? WHERE generation = ?').run(withVersion(digest), generation);
  }).immediate();
  return true;
}
