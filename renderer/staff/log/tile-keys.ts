const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * The key of a question that is no favourite: those from a to z, then the same with Shift; undefined when there are no more. MOST_SUBJECTS counts on
 * as many as there are.
 */
export function letterKey(index: number): string | undefined {
  const letter = LETTERS[index % LETTERS.length];
  if (index < LETTERS.length) return letter;
  return index < 2 * LETTERS.length ? `shift ${letter}` : undefined;
}

/** The key that was pressed, as tiles name theirs. */
export function pressedKey({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): string {
  const letter = key.toLowerCase();
  return shiftKey && LETTERS.includes(letter) ? `shift ${letter}` : letter;
}
