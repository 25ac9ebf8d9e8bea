import { join } from 'node:path';
import type { Trouble } from '../../core/contract/about.ts';
import type { WriteDb } from '../../db/open.ts';
import { openStore, openStoreInMemory } from '../../db/open-store.ts';
import { setAside } from '../../db/set-aside.ts';
import { faultOf, type StoreFault } from '../../db/store-fault.ts';
import { attempt, contentFile, type StorePlaces, type Tell } from './store-places.ts';

/** What staff hear of a content store that could not be used as it was. */
const TROUBLES: Readonly<Record<StoreFault, Trouble | undefined>> = {
  unreadable: 'content-rebuilt',
  drift: 'content-rebuilt',
  newer: 'content-newer',
  'disk-full': 'disk-full',
  'not-writable': 'not-writable',
  // There is no content then, and staff hear of that.
  'broken-app': undefined,
};

/** How to open it. `wasDamaged`: a fault was seen while reading, so every page is looked at. */
export type ContentOptions = { readonly stamp: string; readonly wasDamaged: boolean };

/**
 * Opens the content store. One that cannot be used is set aside and a new one begun: content can be built again.
 * On a disk that takes no writes it goes on in memory, with the last good content when that can still be read.
 * Undefined only when the app itself is broken.
 */
export function openContent(places: StorePlaces, tell: Tell, options: ContentOptions): WriteDb | undefined {
  const file = contentFile(places);
  const migrations = join(places.migrationsDir, 'content');
  const { nativeBinding } = places;
  // Looking at every page takes time that grows with the content, so it is done only after a fault was seen.
  const open = () => openStore(file, migrations, { nativeBinding, proveSound: options.wasDamaged });
  const report = (fault: StoreFault, detail: string) => {
    const trouble = TROUBLES[fault];
    if (trouble !== undefined) tell(trouble, detail);
  };
  const first = open();
  if (first.fault === undefined) return first.db;
  if (['unreadable', 'drift', 'newer'].includes(first.fault)) {
    const aside = attempt(() => setAside(file, first.fault, options.stamp));
    if ('done' in aside) report(first.fault, `${first.detail}; set aside as ${aside.done}; building again`);
    else report(faultOf(aside.error), `${first.detail}; not set aside: ${String(aside.error)}`);
    const again = 'done' in aside ? open() : first;
    if (again.fault === undefined) return again.db;
    if (again !== first) report(again.fault, again.detail);
  } else report(first.fault, `${first.detail}; going on in memory`);
  return openContentInMemory(places);
}

/** The content store in memory, with the last good content when that can be read. */
export function openContentInMemory(places: StorePlaces): WriteDb | undefined {
  const { nativeBinding } = places;
  return openStoreInMemory(contentFile(places), join(places.migrationsDir, 'content'), { nativeBinding });
}
