import { useEffect } from 'react';
import { kiosk } from '../kiosk.ts';

/** Main hears of activity at most this often; it needs no more to know that somebody is there. */
const EVERY_MS = 500;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll'] as const;

/**
 * Stands on buttons that tell main themselves what they mean. A finger takes its time: were its first touch told as
 * well, main would call off the warning under it, and the button would be gone before the finger leaves it.
 */
export const TELLS_ITSELF = { 'data-tells-itself': '' } as const;

/** Stands on what moves into sight by itself, as when something in it gets the focus: that is nobody who scrolls. */
export const SCROLLS_BY_ITSELF = { 'data-scrolls-by-itself': '' } as const;

/** Tells main that somebody touches, types or scrolls. */
export function useActivity(): void {
  useEffect(() => {
    let told = Number.NEGATIVE_INFINITY;
    const tell = ({ target, type }: Event) => {
      const isIn = (mark: string) => target instanceof Element && target.closest(`[${mark}]`) !== null;
      if (isIn('data-tells-itself') || (type === 'scroll' && isIn('data-scrolls-by-itself'))) return;
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
