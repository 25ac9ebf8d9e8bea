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
  let touchedAt = 0;
  let isWaiting = false;
  const look = () => {
    const left = touchedAt + QUIET_MS - performance.now();
    isWaiting = left > 0;
    if (isWaiting) window.setTimeout(look, left);
    else tidySoon();
  };
  // Only the time is written down: a tap is three signs, and would wait for a timer to be set anew at each of them.
  const touch = () => {
    touchedAt = performance.now();
    if (isWaiting) return;
    isWaiting = true;
    window.setTimeout(look, QUIET_MS);
  };
  for (const sign of SIGNS) document.addEventListener(sign, touch, { capture: true, passive: true });
  touch();
}

/** The same as soon as the page has nothing else to do. In a browser, which a preview may be shown in, nothing happens. */
export function tidySoon(): void {
  const { gc } = globalThis as Collecting;
  if (gc !== undefined) requestIdleCallback(() => gc({ type: 'major', execution: 'async' }));
}
