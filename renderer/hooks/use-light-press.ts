import { useEffect } from 'react';

/**
 * Lets a press on a button leave the focus alone, and gives up the focus of what cannot be typed in when the
 * finger comes down. When a tap takes away what has the focus, Chromium lays out the page once more before the
 * next screen is painted; this does it while the finger is still on the glass. The keyboard moves the focus as ever.
 */
export function useLightPress(): void {
  useEffect(() => {
    const down = () => {
      const focused = document.activeElement;
      if (focused instanceof HTMLElement && !(focused instanceof HTMLInputElement)) focused.blur();
    };
    const press = (pressed: MouseEvent) => {
      if (pressed.target instanceof Element && pressed.target.closest('button')) pressed.preventDefault();
    };
    document.addEventListener('pointerdown', down, { capture: true, passive: true });
    document.addEventListener('mousedown', press, { capture: true });
    return () => {
      document.removeEventListener('pointerdown', down, { capture: true });
      document.removeEventListener('mousedown', press, { capture: true });
    };
  }, []);
}
