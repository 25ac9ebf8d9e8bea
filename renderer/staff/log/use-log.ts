import { useCallback, useEffect, useRef, useState } from 'react';
import type { DeskLog } from '../../../core/contract/desk/log.ts';
import { kiosk } from '../../kiosk.ts';

/** What the log shows is looked up again this often: hours pass, and what waits is sent. */
const EVERY_MS = 60_000;

/** What the log shows now, and the way to look it up again. */
export function useLog(): {
  readonly page: DeskLog | undefined;
  readonly failed: boolean;
  readonly refresh: () => void;
} {
  const [page, setPage] = useState<DeskLog>();
  const [failed, setFailed] = useState(false);
  const turn = useRef(0);
  const refresh = useCallback(() => {
    // Main reads for some answers and not for others: one that was asked for earlier can come later, and is not how it is now.
    const mine = ++turn.current;
    kiosk
      .invoke('desk:log', {})
      .then((log) => {
        if (mine !== turn.current) return;
        setPage(log);
        setFailed(false);
      })
      .catch(() => mine === turn.current && setFailed(true)); // Main logs why.
  }, []);
  useEffect(() => {
    refresh();
    const timer = setInterval(refresh, EVERY_MS);
    return () => clearInterval(timer);
  }, [refresh]);
  return { page, failed, refresh };
}
