import type { OpenOptions } from '../open.ts';

/**
 * How the ops store is opened, whoever opens it: what is deleted is wiped, and its pages are small, because what is written changes a
 * hundred bytes on each of a few pages, and somebody waits until they are on the disk. A store that is there keeps the size it has.
 */
export const OPS_OPTIONS = { secureDelete: true, pageBytes: 1024 } as const satisfies OpenOptions;
