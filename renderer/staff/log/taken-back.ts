/** What was taken back last, since a question was logged: at the button that takes back the newest, or in the list. */
export type TakenBack = { readonly number: number; readonly where: 'button' | 'list' };

/**
 * May the button take back the question in sight? `isInTime`: it was logged a moment ago. After one was taken back at the button, the one before it
 * is in sight: the same press, done twice, must not take that one too. Whoever took one back in the list pressed no such button.
 */
export function mayTakeBack(isInTime: boolean, takenBack: TakenBack | undefined): boolean {
  return isInTime && takenBack?.where !== 'button';
}
