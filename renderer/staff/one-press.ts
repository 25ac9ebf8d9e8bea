/** What an Enter fell on, as far as it matters here. */
type EnterPress = {
  readonly key: string;
  readonly repeat: boolean;
  readonly target: unknown;
  readonly preventDefault: () => void;
};

/** A key that is held is one press: Enter repeats itself, and each time would log a question, or be the second press that makes sure. */
export function onePress(event: EnterPress): void {
  if (event.key !== 'Enter' || !event.repeat) return;
  // In a note it makes lines.
  if ((event.target as { readonly tagName?: string } | null)?.tagName !== 'TEXTAREA') event.preventDefault();
}
