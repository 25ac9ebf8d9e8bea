import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react';

/** So long a finger rests on a key before it counts as held: slow fingers are not hurried, a letter is never lost. */
const HOLD_MS = 550;
const REPEAT_MS = 110;

type Press = {
  readonly press: () => void;
  /** What holding does, once. */
  readonly hold?: (() => void) | undefined;
  /** Goes on pressing while held. */
  readonly repeats?: boolean | undefined;
};

/**
 * What a key hears. It types when the finger comes up, wherever that is, so a finger that trembles or slides still
 * types, and two fingers at once both do. Held and slid to a choice, the choice is taken. A press by keyboard, switch
 * or screen reader comes as a click alone.
 */
export function usePress({ press, hold, repeats }: Press) {
  const finger = useRef({ id: -1, spent: false, up: false, timer: 0 });

  const stop = () => {
    window.clearTimeout(finger.current.timer);
    window.clearInterval(finger.current.timer);
  };
  // A key that goes while it is held must not go on typing.
  useEffect(() => () => window.clearInterval(finger.current.timer), []);
  return {
    onPointerDown: ({ pointerId, button, isPrimary, pointerType, currentTarget }: PointerEvent) => {
      if (button !== 0 || (!isPrimary && pointerType === 'mouse')) return;
      stop();
      // A finger stays with the key it came down on by itself.
      if (pointerType === 'mouse') currentTarget.setPointerCapture(pointerId);
      finger.current = { id: pointerId, spent: false, up: false, timer: 0 };
      if (repeats) finger.current.timer = window.setTimeout(again, HOLD_MS);
      else if (hold) finger.current.timer = window.setTimeout(held, HOLD_MS);
    },
    onPointerUp: ({ pointerId, clientX, clientY }: PointerEvent) => {
      if (pointerId !== finger.current.id) return;
      stop();
      finger.current.id = -1;
      finger.current.up = true; // The click that follows is this same press.
      if (!finger.current.spent) press();
      else
        document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-choice="accent"]')?.click();
    },
    onPointerCancel: () => {
      stop();
      finger.current.id = -1;
    },
    onClick: ({ detail }: MouseEvent) => {
      const same = finger.current.up && detail > 0;
      finger.current.up = false;
      if (!same) press();
    },
  };

  function held() {
    finger.current.spent = true;
    hold?.();
  }
  function again() {
    finger.current.spent = true;
    press();
    finger.current.timer = window.setInterval(press, REPEAT_MS);
  }
}
