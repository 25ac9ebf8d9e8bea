/**
 * A text without control characters and halves of characters: PostgreSQL takes neither a NUL nor half a pair in its JSON, and no log or
 * terminal should get the others.
 */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}]/gu, '');
}
