import { useEffect } from 'react';
import { firstPaint } from '../first-paint.ts';
import { kiosk } from '../kiosk.ts';

/** Tells main once a screen is really on the glass: after the frame that painted it. */
export function useShown(screen: string): void {
  useEffect(() => {
    let cancelled = false;
    const tell = () => {
      if (!cancelled) void kiosk.invoke('screen:shown', { screen }).catch(() => undefined); // A refusal is main's to log.
    };
    void firstPaint.then(() => requestAnimationFrame(() => requestAnimationFrame(tell)));
    return () => {
      cancelled = true;
    };
  }, [screen]);
}
