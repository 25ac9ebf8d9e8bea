import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Trouble } from '../../core/contract/about.ts';
import { faultOf } from '../../db/store-fault.ts';

/** Where the stores and what belongs to them lie. */
export type StorePlaces = {
  readonly dataDir: string;
  readonly migrationsDir: string;
  readonly nativeBinding: string | undefined;
};

/** Tells of something that is wrong: the code for staff, the detail for the log. */
export type Tell = (trouble: Trouble, detail: string) => void;

/** The precious store: what staff wrote. */
export const opsFile = ({ dataDir }: StorePlaces) => join(dataDir, 'ops.db');
/** The copies of the precious store. */
export const copiesFolder = ({ dataDir }: StorePlaces) => join(dataDir, 'copies');
/** The content store, which can be built again. */
export const contentFile = ({ dataDir }: StorePlaces) => join(dataDir, 'content.db');

/** Makes the data folder. Without it the kiosk goes on in memory. */
export function makeDataFolder({ dataDir }: StorePlaces, tell: Tell): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    tell(faultOf(error) === 'disk-full' ? 'disk-full' : 'not-writable', String(error));
  }
}

/** What came of an action that must not stop the kiosk: its result, or the error. */
export function attempt<T>(act: () => T): { readonly done: T } | { readonly error: unknown } {
  try {
    return { done: act() };
  } catch (error) {
    return { error };
  }
}
