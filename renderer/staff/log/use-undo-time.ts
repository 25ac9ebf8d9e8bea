import { useEffect, useState } from 'react';
import { UNDO_MS } from '../../../core/domain/desk/log-times.ts';

/** Is it less than a minute ago that this question was saved? */
export function useUndoTime(number: number | undefined): boolean {
  const [over, setOver] = useState<number>();
  useEffect(() => {
    if (number === undefined) return;
    const timer = setTimeout(() => setOver(number), UNDO_MS);
    return () => clearTimeout(timer);
  }, [number]);
  return number !== undefined && over !== number;
}
