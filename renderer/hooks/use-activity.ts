import { useEffect } from 'react';
import { kiosk } from '../kiosk.ts';

/** Main hears of activity at most this often; it needs no more to know that somebody is there. */
const EVERY_MS = 500;
const SIGNS = [
  'pointerdown',
  'pointermove',
  'pointerup',
  'pointercancel',
  'keydown',
  'wheel',
  'scroll',
] as const;
/** With these a button is pressed, or the next one reached. */
const KEYS_OF_BUTTONS: readonly string[] = ['Enter', ' ', 'Tab'];

/**
 * Stands around buttons that tell main themselves what they mean. A finger takes its time: were its first touch told as
 * well, main would call off the warning under it, and the button would be gone before the finger leaves it. The keys that
 * press these buttons, and lead from one to the next, are theirs too. Any other sign on them is somebody who is there: another key,
 * and a finger that slides off, which presses nothing.
 */
export const TELLS_ITSELF = { 'data-tells-itself': '' } as const;

/** Stands on what moves into sight by itself, as when something in it gets the focus: that is nobody who scrolls. */
export const SCROLLS_BY_ITSELF = { 'data-scrolls-by-itself': '' } as const;

/** Tells main that somebody touches, types or scrolls. */
export function useActivity(): void {
  useEffect(() => {
    let told = Number.NEGATIVE_INFINITY;
    /** The button of those that tell themselves on which the finger came down. */
    let pressed: Element | undefined;
    const tell = (event: Event) => {
      const { target, type } = event;
      const found = (marked: string) => (target instanceof Element ? target.closest(marked) : null);
      if (type === 'scroll' && found('[data-scrolls-by-itself]')) return;
      const own = found('[data-tells-itself] button') ?? undefined;
      if (type === 'pointerdown') pressed = own;
      if (type === 'pointerup' || type === 'pointercancel') {
        const left = pressed;
        pressed = undefined;
        // A touch keeps its target, wherever it slides; what has just told itself may be gone by now.
        if (left === undefined || (type === 'pointerup' && left === buttonUnder(event as PointerEvent)))
          return;
      } else if (own !== undefined && isOfButton(event)) return;
      if (performance.now() - told < EVERY_MS) return;
      told = performance.now();
      void kiosk.invoke('session:activity', {}).catch(() => undefined); // A refusal is main's to log.
    };
    for (const sign of SIGNS) document.addEventListener(sign, tell, { capture: true, passive: true });
    return () => {
      for (const sign of SIGNS) document.removeEventListener(sign, tell, { capture: true });
    };
  }, []);
}

/** The button that a finger leaves. */
function buttonUnder({ clientX, clientY }: PointerEvent): Element | undefined {
  return document.elementFromPoint(clientX, clientY)?.closest('button') ?? undefined;
}

/** Is this how a button is pressed or reached? */
function isOfButton(event: Event): boolean {
  if (event instanceof KeyboardEvent) return KEYS_OF_BUTTONS.includes(event.key);
  return event.type === 'pointerdown' || event.type === 'pointermove';
}
