import { useCallback, useEffect, useRef, useState } from 'react';
import type { AdminStatus } from '../../../core/contract/admin.ts';
import { kiosk } from '../../kiosk.ts';

/**
 * How often it is asked: a stick is plugged in, or what came by itself lies ready, while the screen is open. Nothing on it is said aloud
 * by that: what is read out by itself is only what came of something that was pressed.
 */
const ASK_MS = 3_000;

/** The content of this kiosk as main tells it, and how to ask at once. */
export type Status = {
  readonly status: AdminStatus | 'loading' | 'failed';
  readonly refresh: () => Promise<AdminStatus | 'failed'>;
};

/** Keeps the content of this kiosk; while it is `paused` it asks by itself for nothing. */
export function useStatus(paused: boolean): Status {
  const [status, setStatus] = useState<Status['status']>('loading');
  const last = useRef(0);

  const refresh = useCallback(async () => {
    const mine = ++last.current;
    const seen = await kiosk.invoke('admin:status', {}).catch(() => 'failed' as const);
    // Who asked later knows better; and one answer that does not come takes nothing off the screen.
    if (mine === last.current)
      setStatus((before) => (seen === 'failed' && typeof before !== 'string' ? before : seen));
    return seen;
  }, []);

  useEffect(() => void refresh(), [refresh]);
  useEffect(() => {
    if (paused) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const wait = () => {
      timer = setTimeout(() => void refresh().then(() => isOver || wait()), ASK_MS);
    };
    wait();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [paused, refresh]);

  return { status, refresh };
}
