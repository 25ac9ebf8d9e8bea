import { type RefObject, useLayoutEffect } from 'react';
import { afterPaint } from '../after-paint.ts';

/**
 * Lets a new screen arrive. It is painted a little to the side, where it comes from; then it moves into its place,
 * and its heading takes the focus, so that those who hear the screen hear where they are (WCAG 2.4.3).
 *
 * Both wait for that first paint, because a tap would wait for them: a movement gives the screen a layer of its own
 * to draw, and the focus makes the browser lay out the page at once.
 */
export function useArrival(main: RefObject<HTMLElement | null>, move: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a move it is another screen
  useLayoutEffect(() => {
    const screen = main.current;
    screen?.setAttribute('data-arriving', '');
    return afterPaint(() => {
      screen?.removeAttribute('data-arriving');
      const heading = screen?.querySelector('h1');
      document.title = heading?.textContent ?? '';
      heading?.setAttribute('tabindex', '-1');
      heading?.focus({ preventScroll: true });
    });
  }, [main, move]);
}
