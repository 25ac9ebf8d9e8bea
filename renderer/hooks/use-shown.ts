import { useEffect } from 'react';
import { afterPaint } from '../after-paint.ts';
import { firstPaint } from '../first-paint.ts';
import { kiosk } from '../kiosk.ts';

/** Tells main once a screen is really on the glass: after the frame that painted it. */
export function useShown(screen: string): void {
  useEffect(() => {
    let isGone = false;
    let callOff = () => {};
    void firstPaint.then(() => {
      if (isGone) return;
      callOff = afterPaint(() => {
        void kiosk.invoke('screen:shown', { screen }).catch(() => undefined); // A refusal is main's to log.
      });
    });
    return () => {
      isGone = true;
      callOff();
    };
  }, [screen]);
}
