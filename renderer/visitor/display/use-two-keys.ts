import { useEffect, useRef } from 'react';
import type { Display } from '../../../core/domain/display.ts';
import { nextControl } from './next-control.ts';

const PRESSED_BY_SPACE = 'button, input, textarea, select, [tabindex="0"]';

/**
 * Two switches are enough: with two keys on, the space bar goes to the next control and round, and Enter presses it. A
 * switch that sends Tab goes on as ever.
 *
 * Nobody can switch this on with two switches alone. So a visitor who presses the space bar, with nothing in focus that it
 * could press, has it from then on; unless another key than the two was pressed before: that is somebody with a keyboard.
 */
export function useTwoKeys(display: Display, change: (display: Display) => void): void {
  const hasKeyboard = useRef(false);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (display.twoKeys && event.repeat && (event.key === ' ' || event.key === 'Enter')) {
        event.preventDefault(); // A key that is held is one press (EN 301 549, 5.7).
        event.stopPropagation();
        return;
      }
      if (event.key !== ' ') {
        hasKeyboard.current ||= event.key !== 'Enter';
        return;
      }
      const pressable = document.activeElement?.matches(PRESSED_BY_SPACE) === true;
      if (!display.twoKeys && (pressable || hasKeyboard.current)) return;
      event.preventDefault();
      event.stopPropagation();
      if (!display.twoKeys) change({ ...display, twoKeys: true });
      nextControl(document)?.focus();
    };
    // A key that is let go presses a button too.
    const swallow = (event: KeyboardEvent) => {
      if (event.key === ' ' && display.twoKeys) event.preventDefault();
    };
    document.addEventListener('keydown', hear, { capture: true });
    document.addEventListener('keyup', swallow, { capture: true });
    return () => {
      document.removeEventListener('keydown', hear, { capture: true });
      document.removeEventListener('keyup', swallow, { capture: true });
    };
  }, [display, change]);
}
