import { useEffect, useState } from 'react';
import type { LoggedRow } from '../../../core/contract/desk/log.ts';

/** Can this question be taken back with one touch still? Main says for how long: the screen may have been another one meanwhile. */
export function useUndoTime(row: LoggedRow | undefined): boolean {
  const { number, undoMs = 0 } = row ?? {};
  const [over, setOver] = useState<number>();
  useEffect(() => {
    if (undoMs === 0) return;
    const timer = setTimeout(() => setOver(number), undoMs);
    return () => clearTimeout(timer);
  }, [number, undoMs]);
  return undoMs > 0 && over !== number;
}
