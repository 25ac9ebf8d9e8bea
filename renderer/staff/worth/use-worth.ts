import { useEffect, useState } from 'react';
import type { DeskWorth, Period } from '../../../core/contract/desk/worth.ts';
import { kiosk } from '../../kiosk.ts';

/** What the help was worth in a period; of this month when none is chosen. What was shown stays until the next is there. */
export function useWorth(period: Period | null): {
  readonly worth: DeskWorth | undefined;
  readonly failed: boolean;
} {
  const [worth, setWorth] = useState<DeskWorth>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let isWanted = true;
    kiosk
      .invoke('desk:worth', { period })
      .then((found) => {
        if (!isWanted) return;
        setWorth(found);
        setFailed(false);
      })
      .catch(() => isWanted && setFailed(true)); // Main logs why.
    return () => {
      isWanted = false;
    };
  }, [period]);
  return { worth, failed };
}
