import { useEffect, useState } from 'react';
import { kiosk } from '../kiosk.ts';

/** It is looked up again this often. */
const EVERY_MS = 5 * 60_000;

/**
 * For how many open hours nothing was logged here, while another part than the log is open, or the lock; null when there is nothing to
 * remind of.
 */
export function useQuietHours(isAway: boolean): number | null {
  const [hours, setHours] = useState<number | null>(null);
  useEffect(() => {
    if (!isAway) return;
    let isHere = true;
    const look = () =>
      kiosk
        .invoke('desk:quiet', {})
        .then((quietHours) => isHere && setHours(quietHours))
        .catch(() => undefined); // Main logs why; the log says it too.
    void look();
    const timer = setInterval(() => void look(), EVERY_MS);
    return () => {
      isHere = false;
      clearInterval(timer);
      setHours(null); // What comes after the log is looked up anew: a question may have been logged there.
    };
  }, [isAway]);
  return isAway ? hours : null;
}
