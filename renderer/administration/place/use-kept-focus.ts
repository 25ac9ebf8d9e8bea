import { type RefObject, useEffect } from 'react';

/**
 * Gives the focus a place when what had it goes away: a device that was let in stands elsewhere in the list, its button is gone.
 * Whoever goes by keys or hears the page would begin again at its top. The focus goes to the heading of the card that it was in,
 * also where that stands now (by its `id`); when the card is gone too, to the heading of the page (WCAG 2.4.3).
 *
 * A dialog gives the focus back by itself, to what opened it: so what has the focus in a dialog is not looked after here.
 */
export function useKeptFocus(main: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    /** What on the page had the focus last, and the card it is in. */
    let held: { readonly element: HTMLElement; readonly card: HTMLElement | null } | undefined;
    const hold = ({ target }: Event) => {
      if (!(target instanceof HTMLElement) || target.closest('dialog') !== null) return;
      held = main.current?.contains(target) ? { element: target, card: target.closest('li') } : undefined;
    };
    const observer = new MutationObserver(() => {
      if (held === undefined || held.element.isConnected || document.activeElement !== document.body) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const { card } = held;
      held = undefined;
      const now = card?.isConnected ? card : document.getElementById(card?.id || 'none');
      const heading = now?.querySelector<HTMLElement>('h2, h3') ?? main.current?.querySelector('h1');
      heading?.setAttribute('tabindex', '-1');
      heading?.focus();
    });
    document.addEventListener('focusin', hold);
    observer.observe(document.body, { subtree: true, childList: true });
    return () => {
      document.removeEventListener('focusin', hold);
      observer.disconnect();
    };
  }, [main]);
}
