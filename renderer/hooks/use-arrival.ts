import { type RefObject, useLayoutEffect } from 'react';
import { afterPaint } from '../after-paint.ts';
import { tidySoon } from '../tidy-at-rest.ts';

const WHERE_IT_STANDS = { preventScroll: true } as const;

/**
 * Lets a new screen arrive. It is painted a little to the side, where it comes from; then it moves into its place,
 * and its heading takes the focus, so that those who hear the screen hear where they are (WCAG 2.4.3).
 *
 * Both wait for that first paint, because a tap would wait for them: a movement gives the screen a layer of its own
 * to draw, and the focus makes the browser lay out the page at once.
 *
 * A part that asks main what to show may make its heading anew when the answer is there. The focus that went away with
 * the old one, and is nowhere now, goes to the new one. What somebody pressed by key may go too, or stand elsewhere: the
 * focus is with it again, or where it is first (`data-first`), or at the heading, in a sheet at that of the sheet. Whoever
 * goes by keys would begin again at the top of the page. A finger leaves the focus nowhere on purpose, and there it stays.
 */
export function useArrival(main: RefObject<HTMLElement | null>, move: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a move it is another screen
  useLayoutEffect(() => {
    const screen = main.current;
    if (screen === null) return;
    let heading: HTMLElement | null = null;
    const arrive = () => {
      heading = screen.querySelector('h1');
      document.title = heading?.textContent ?? '';
      heading?.setAttribute('tabindex', '-1');
      heading?.focus(WHERE_IT_STANDS);
    };
    /** What on this screen had the focus last, by keys. */
    let held: HTMLElement | undefined;
    const hold = ({ target }: Event) => {
      held = target instanceof HTMLElement && screen.contains(target) ? target : undefined;
    };
    const letGo = () => {
      held = undefined;
    };
    document.addEventListener('focusin', hold);
    document.addEventListener('pointerdown', letGo, { capture: true, passive: true });
    const later = new MutationObserver((changes) => {
      if (document.activeElement !== document.body) return;
      const isLost = held !== undefined && wasTaken(held, changes);
      const sheet = screen.querySelector<HTMLElement>('dialog[open] h2');
      if (sheet === null && !heading?.isConnected) arrive();
      else if (isLost)
        (held?.isConnected ? held : (sheet ?? first(screen) ?? heading))?.focus(WHERE_IT_STANDS);
    });
    screen.setAttribute('data-arriving', '');
    const callOff = afterPaint(() => {
      screen.removeAttribute('data-arriving');
      arrive();
      later.observe(screen, { childList: true, subtree: true });
      tidySoon();
    });
    return () => {
      callOff();
      later.disconnect();
      document.removeEventListener('focusin', hold);
      document.removeEventListener('pointerdown', letGo, { capture: true });
    };
  }, [main, move]);
}

function first(screen: HTMLElement): HTMLElement | null {
  return screen.querySelector<HTMLElement>('[data-first]');
}

/** Was this taken out of the screen, even if it was put in again elsewhere? */
function wasTaken(element: HTMLElement, changes: readonly MutationRecord[]): boolean {
  return changes.some(({ removedNodes }) => [...removedNodes].some((gone) => gone.contains(element)));
}
