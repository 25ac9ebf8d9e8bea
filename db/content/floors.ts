import type { ReadDb } from '../open.ts';

/** The highest version of a pack that was ever shown here; undefined when there was none. */
export function floorOf(db: ReadDb, packId: string): number | undefined {
  return db
    .prepare<[string], number>('SELECT version FROM pack_floors WHERE pack_id = ?')
    .pluck()
    .get(packId) as number | undefined;
}

/** Above which version of a pack a repository may bring one: the floor, or one less while that version is lost (migration 0007). */
export function thresholdOf(db: ReadDb, packId: string): number {
  return (
    db
      .prepare<[string], number>('SELECT version FROM pack_thresholds WHERE pack_id = ?')
      .pluck()
      .get(packId) ?? 0
  );
}
