import type { MadeBatch } from './made-batches.ts';

type Values = readonly (string | number)[];

/** The values of the rows that a batch becomes, in the order of their columns, as bare inserts take them. */
export type BareRows = {
  /** One of `batches`: device, id, library, received_at, starts, incidents. */
  readonly batch: Values;
  /** Those of `items`: device, id, library, branch, seq, hour, type, body, received_at. */
  readonly items: readonly Values[];
  /** Those of `counts`, each once: library, branch, type, hour, body, number. */
  readonly counts: readonly Values[];
};

/** What the server writes of a batch, made before a clock starts. */
export function bareRowsOf({ batch: { device, batch, health, items }, branch }: MadeBatch): BareRows {
  const now = new Date().toISOString();
  const counts = new Map<string, [string, string, string, string, string, number]>();
  for (const { at, type, body } of items) {
    const text = JSON.stringify(body);
    const key = `${at} ${type} ${text}`;
    const count = counts.get(key) ?? ['delft', branch, type, at, text, 0];
    count[5] += 1;
    counts.set(key, count);
  }
  return {
    batch: [device, batch, 'delft', now, health.starts, JSON.stringify(health.incidents)],
    items: items.map(({ id, seq, at, type, body }) => [
      ...[device, id, 'delft', branch, seq, at, type],
      ...[JSON.stringify(body), now],
    ]),
    counts: [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row),
  };
}

/** `(?, ?), (?, ?)`: places for so many rows of so many columns. */
export function placesFor(rows: number, columns: number, place: (index: number) => string): string {
  return Array.from(
    { length: rows },
    (_, row) =>
      `(${Array.from({ length: columns }, (_, column) => place(row * columns + column)).join(', ')})`,
  ).join(', ');
}
