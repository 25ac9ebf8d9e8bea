import { type RefObject, useEffect, useRef } from 'react';

/**
 * Opens a dialog that keeps the focus in it, and gives the focus back to where it was when the dialog goes. Where it was
 * nothing, as after a touch, nothing gets it: moving it would cost a layout. `first` says what gets it in the dialog (a selector); without it that is the
 * first thing that can be pressed.
 */
export function useModal(open = true, first?: string): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!open) return;
    const before = document.activeElement;
    if (dialog.current?.open === false) dialog.current.showModal();
    if (first !== undefined)
      dialog.current?.querySelector<HTMLElement>(first)?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before !== document.body && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, [open, first]);
  return dialog;
}
