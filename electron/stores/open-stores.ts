import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Trouble } from '../../core/contract/about.ts';
import type { WriteDb } from '../../db/open.ts';
import { faultOf, type OpenedStore, openStore, type StoreFault, setAside } from '../../db/open-store.ts';
import { restoreCopy } from '../../db/ops/copies.ts';
import type { Log } from '../log.ts';

/** Where the stores and what belongs to them lie. */
export type StorePlaces = {
  readonly dataDir: string;
  readonly migrationsDir: string;
  readonly nativeBinding: string | undefined;
  readonly contentIsDamaged?: boolean;
};

/** The stores as far as they could be opened, and what visitors and staff must hear of it. */
export type Stores = {
  readonly content: WriteDb | undefined;
  readonly ops: WriteDb | undefined;
  readonly troubles: Trouble[];
};

/**
 * Opens both stores. Content can be built again, so a content store that cannot be used is set aside and a new one begun.
 * What staff wrote cannot: a damaged ops store is set aside and brought back from its newest whole copy, and one of a newer
 * or unknown version is left exactly as it is, and not opened. Nothing is ever deleted here.
 */
export function openStores(places: StorePlaces, log: Log, stamp: string): Stores {
  const troubles: Trouble[] = [];
  const tell = (trouble: Trouble, detail: string) => {
    troubles.push(trouble);
    log.trouble(trouble, detail);
  };
  try {
    mkdirSync(places.dataDir, { recursive: true });
  } catch (error) {
    tell(faultOf(error) === 'disk-full' ? 'disk-full' : 'not-writable', String(error));
  }
  return { content: openContent(places, tell, stamp), ops: openOps(places, tell, stamp), troubles };
}

type Tell = (trouble: Trouble, detail: string) => void;

function openContent(places: StorePlaces, tell: Tell, stamp: string): WriteDb | undefined {
  const file = join(places.dataDir, 'content.db');
  const open = () =>
    openStore(file, join(places.migrationsDir, 'content'), {
      nativeBinding: places.nativeBinding,
      // Looking at every page takes time that grows with the content, so it is done only after a fault was seen.
      proveSound: places.contentIsDamaged === true,
    });
  const first = open();
  if (first.fault === undefined) return first.db;
  if (cannotWrite(first.fault)) return report(first, tell);
  const aside = attempt(() => setAside(file, first.fault, stamp));
  tell(
    first.fault === 'newer' ? 'content-newer' : 'content-rebuilt',
    `${first.detail}; set aside as ${aside}; building again`,
  );
  return report(open(), tell);
}

function openOps(places: StorePlaces, tell: Tell, stamp: string): WriteDb | undefined {
  const file = join(places.dataDir, 'ops.db');
  const open = () =>
    openStore(file, join(places.migrationsDir, 'ops'), {
      nativeBinding: places.nativeBinding,
      secureDelete: true,
      proveSound: true,
    });
  const first = open();
  if (first.fault === undefined) return first.db;
  if (first.fault === 'newer' || first.fault === 'drift') {
    tell(
      first.fault === 'newer' ? 'ops-newer' : 'ops-drift',
      `${first.detail}; left untouched and not opened`,
    );
    return undefined;
  }
  if (cannotWrite(first.fault)) return report(first, tell);
  const aside = attempt(() => setAside(file, first.fault, stamp));
  const restored = attempt(() => restoreCopy(join(places.dataDir, 'copies'), file)) === true;
  tell(
    restored ? 'ops-restored' : 'ops-lost',
    `${first.detail}; set aside as ${aside}; ${restored ? 'brought back from a copy' : 'no whole copy, begun anew'}`,
  );
  return report(open(), tell);
}

function cannotWrite(fault: StoreFault): boolean {
  return fault === 'disk-full' || fault === 'not-writable';
}

function report(opened: OpenedStore, tell: Tell): WriteDb | undefined {
  if (opened.fault === undefined) return opened.db;
  tell(opened.fault === 'disk-full' ? 'disk-full' : 'not-writable', opened.detail);
  return undefined;
}

function attempt<T>(act: () => T): T | string {
  try {
    return act();
  } catch (error) {
    return `(failed: ${String(error)})`;
  }
}
