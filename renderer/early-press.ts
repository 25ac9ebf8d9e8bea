/**
 * Keeps the last press on a button from before the app answers, so that a visitor who is faster than the app is not
 * left waiting. Gives what hands it over: the button is pressed once more, by then with somebody behind it.
 */
export function keepEarlyPress(): () => void {
  let pressed: HTMLButtonElement | undefined;
  const keep = ({ target }: MouseEvent) => {
    pressed = (target instanceof Element ? target.closest('button') : undefined) ?? undefined;
  };
  document.addEventListener('click', keep);
  return () => {
    document.removeEventListener('click', keep);
    pressed?.click();
  };
}
