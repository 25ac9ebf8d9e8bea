import type { WriteDb } from '../../open.ts';

/**
 * Settings for writing much that nobody reads yet. Commits are not brought to the disk one by one: whatever a power cut
 * takes of them was not shown. The store stays whole (WAL), and the commit that shows it all must come after `end`: it
 * brings to the disk what came before it too. The cache holds what a transaction writes, and the WAL some of them, so
 * that a page of an index goes to the disk once and not with every row.
 */
const QUICK = { synchronous: 1, cache_size: -32_000, wal_autocheckpoint: 4000 };

/** Sets a store up for staging; `end` puts the settings back. Both are called outside of transactions. */
export function stageQuickly(db: WriteDb): { readonly end: () => void } {
  const set = (name: string, value: unknown) => db.pragma(`${name} = ${String(value)}`);
  const before = Object.keys(QUICK).map((name) => [name, db.pragma(name, { simple: true })] as const);
  for (const [name, value] of Object.entries(QUICK)) set(name, value);
  return {
    end: () => {
      for (const [name, value] of before) set(name, value);
    },
  };
}
