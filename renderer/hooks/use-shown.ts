import { useEffect } from 'react';
import { kiosk } from '../kiosk.ts';

/** Tells main once a screen is really on the glass: after the frame that painted it. */
export function useShown(screen: string): void {
  useEffect(() => {
    let cancelled = false;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (!cancelled) void kiosk.invoke('screen:shown', { screen }).catch(() => undefined); // A refusal is main's to log.
      }),
    );
    return () => {
      cancelled = true;
    };
  }, [screen]);
}
