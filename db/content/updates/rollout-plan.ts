import type { ReadDb, WriteDb } from '../../open.ts';

/** The plan of roll-outs that was taken last. `place` is where it is at the server; `body` is its JSON. */
export type StoredPlan = {
  readonly server_key: string;
  readonly place: string;
  readonly number: number;
  readonly etag: string;
  readonly body: string;
};

/** The plan that a server gave for a place; undefined when it never did. */
export function readStoredPlan(
  db: ReadDb,
  { server_key, place }: Pick<StoredPlan, 'server_key' | 'place'>,
): StoredPlan | undefined {
  return db
    .prepare<[string, string], StoredPlan>('SELECT * FROM rollout_plan WHERE server_key = ? AND place = ?')
    .get(server_key, place);
}

/** Keeps a plan in place of the one before. Throws SqliteError. */
export function writeStoredPlan(db: WriteDb, plan: StoredPlan): void {
  db.prepare(
    `INSERT INTO rollout_plan (only, server_key, place, number, etag, body)
     VALUES (1, @server_key, @place, @number, @etag, @body)
     ON CONFLICT (only) DO UPDATE SET server_key = excluded.server_key, place = excluded.place,
       number = excluded.number, etag = excluded.etag, body = excluded.body`,
  ).run(plan);
}
