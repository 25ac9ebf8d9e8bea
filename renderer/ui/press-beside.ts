import { type MouseEvent, type PointerEvent, useRef } from 'react';

type OnDialog = {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
};

/**
 * What a modal dialog needs on itself so that a press beside it calls `close`. A press beside lands on the dialog itself. It is
 * one only where it begins and ends there: of a text chosen in the dialog and let go beside it the browser makes a click on the
 * dialog as well, and what was typed would be gone.
 */
export function usePressBeside(close: () => void): OnDialog {
  const isBeside = useRef(false);
  const onItself = ({ target, currentTarget }: { target: unknown; currentTarget: unknown }) =>
    target === currentTarget;
  return {
    onPointerDown: (event) => {
      isBeside.current = onItself(event);
    },
    onPointerUp: (event) => {
      isBeside.current &&= onItself(event);
    },
    onClick: (event) => {
      if (isBeside.current && onItself(event)) close();
      isBeside.current = false;
    },
  };
}
