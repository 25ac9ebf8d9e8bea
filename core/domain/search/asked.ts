/**
 * One way in which a word of a question may stand in a text: a query for FTS5, and how sure that way is (1: as asked).
 * `inBodies`: the query for whole texts, where that is another one; false: none, because it would take long and tell
 * nothing, as for a word of which one letter is typed.
 */
export type Way = { readonly query: string; readonly weight: number; readonly inBodies?: string | false };

/** A word of a question: the ways in which it may be found, and how much it tells (0 to 1; a rare word tells more). */
export type AskedWord = { readonly ways: readonly Way[]; readonly tells: number };

/** How much a word tells that stands in so many texts. */
export function tellingOf(texts: number): number {
  return 1 / (1 + Math.log(1 + texts) / 2);
}

/** The query for a term, or for words that begin with it. A term has only letters and figures. */
export function termQuery(term: string, isBeginning = false): string {
  return `"${term}"${isBeginning ? '*' : ''}`;
}

/** The query for texts with all of these. */
export function allOf(queries: readonly string[]): string {
  return queries.length === 1 ? (queries[0] as string) : `(${queries.join(' AND ')})`;
}

/** The query for texts with any of these, each once. */
export function anyOf(queries: readonly string[]): string {
  const different = [...new Set(queries)];
  return different.length === 1 ? (different[0] as string) : `(${different.join(' OR ')})`;
}
