import { MOST_VERSION } from '../../core/contract/repository/pack-version.ts';

/** Where the numbers begin that no library can publish: 31 bits are theirs. */
const BESIDE = MOST_VERSION + 1;

/**
 * Is this what came with the app, shown in place of what a library publishes? It stands in the store beside the numbers of the library
 * (migration 0010).
 */
export function isBeside(stored: number): boolean {
  return stored >= BESIDE;
}

/** The number in the store of what came with the app as `version`, beside those of a library. */
export function besideOf(version: number): number {
  return version + BESIDE;
}

/** What people call a version that the store has under this number: that in its pack.yaml. */
export function numberOf(stored: number): number {
  return isBeside(stored) ? stored - BESIDE : stored;
}
