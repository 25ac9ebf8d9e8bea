/** V8 brings it where main asked for it (`electron/lockdown/switches.ts`). */
type Collecting = { readonly gc?: (how: { readonly type: 'major'; readonly execution: 'async' }) => unknown };

/** For so long nobody touches the screen before the page tidies up: nobody's finger waits for it then. */
const QUIET_MS = 3_000;
const SIGNS = ['pointerdown', 'pointermove', 'pointerup', 'click', 'keydown', 'wheel', 'scroll'] as const;

/**
 * Gives back, each time that somebody reads or nobody is there, what the page no longer needs: half of its heap by then. V8 by itself
 * waits until it wants more. Decision 23.
 */
export function tidyAtRest(): void {
  let waiting: number | undefined;
  const wait = () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(
      () => requestIdleCallback(() => (globalThis as Collecting).gc?.({ type: 'major', execution: 'async' })),
      QUIET_MS,
    );
  };
  for (const sign of SIGNS) document.addEventListener(sign, wait, { capture: true, passive: true });
  wait();
}
