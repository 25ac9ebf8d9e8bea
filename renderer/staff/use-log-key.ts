import { useEffect } from 'react';

/** F2 opens the log from anywhere at the desk and in the administration. No letter or digit: those are typed. */
export function useLogKey(open: () => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'F2' || event.repeat) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [open]);
}
