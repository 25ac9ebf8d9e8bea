import { type RefObject, useEffect } from 'react';

/**
 * Keeps the focus in a part for whoever works with keys. What somebody pressed may be gone by what it did, or stand elsewhere: then the
 * focus is with it again, or where it is first in the part (`data-first`), or at the heading, and not nowhere (WCAG 2.4.3). A finger
 * has no focus to lose.
 */
export function useKeptFocus(main: RefObject<HTMLElement | null>, part: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part is another element
  useEffect(() => {
    const screen = main.current;
    if (screen === null) return;
    let focused: HTMLElement | undefined;
    const focus = ({ target }: FocusEvent) => {
      focused = target instanceof HTMLElement ? target : undefined;
    };
    const press = () => {
      focused = undefined;
    };
    const changes = new MutationObserver((all) => {
      const lost = focused;
      if (document.activeElement !== document.body || lost === undefined || !wasTaken(lost, all)) return;
      const next = lost.isConnected ? lost : screen.querySelector<HTMLElement>('[data-first]');
      (next ?? screen.querySelector('h1'))?.focus({ preventScroll: true });
    });
    screen.addEventListener('focusin', focus);
    document.addEventListener('pointerdown', press, { capture: true, passive: true });
    changes.observe(screen, { childList: true, subtree: true });
    return () => {
      changes.disconnect();
      screen.removeEventListener('focusin', focus);
      document.removeEventListener('pointerdown', press, { capture: true });
    };
  }, [main, part]);
}

/** Was this taken out of the screen, even if it was put in again elsewhere? */
function wasTaken(element: HTMLElement, changes: readonly MutationRecord[]): boolean {
  return changes.some(({ removedNodes }) => [...removedNodes].some((gone) => gone.contains(element)));
}
