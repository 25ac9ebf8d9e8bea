/** A text without control characters: PostgreSQL takes no NUL, and no log or terminal should get the others. */
export function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '');
}
