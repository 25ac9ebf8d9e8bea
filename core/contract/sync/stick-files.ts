/** So many batches lie in one folder of a stick at most. */
export const MOST_STICK_BATCHES = 1_000;

/**
 * The name of a file on a stick, by the number of the batch from 1: `BATCH.json`, `BATCH-2.json` and so on, and the answer to each. Its
 * signature has the same name and `.jws` after it.
 */
export function stickFile(what: 'BATCH' | 'ACKNOWLEDGEMENT', number: number): string {
  return number === 1 ? `${what}.json` : `${what}-${number}.json`;
}

/** The number in such a name of a second or later batch, or of its signature; undefined in any other. */
export function laterNumber(what: 'BATCH' | 'ACKNOWLEDGEMENT', name: string): number | undefined {
  const found = /^(?<what>[A-Z]+)-(?<number>[1-9][0-9]{0,3})\.json(?:\.jws)?$/.exec(name)?.groups;
  const number = Number(found?.['number']);
  return found?.['what'] === what && number > 1 ? number : undefined;
}
