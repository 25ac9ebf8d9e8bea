import type { Shared } from '../../../core/domain/directory/detach.ts';
import type { ReadDb } from '../../open.ts';
import { SHARED_TABLES } from './read-directory.ts';

const AT_ONCE = 500;

/** All services of a generation, or all that they share of one kind, each apart from what it points at, as they came in. */
export function* readDetached(db: ReadDb, generation: number, kind: Shared | 'service'): Generator<object> {
  const table = kind === 'service' ? 'directory_services' : SHARED_TABLES[kind];
  const read = db.prepare<[number, number, number], { number: number; body: string }>(
    `SELECT rowid AS number, body FROM ${table} WHERE generation = ? AND rowid > ? ORDER BY rowid LIMIT ?`,
  );
  for (let rows = read.all(generation, 0, AT_ONCE); rows.length > 0; ) {
    for (const { body } of rows) yield JSON.parse(body) as object;
    rows = read.all(generation, rows.at(-1)?.number ?? 0, AT_ONCE);
  }
}
