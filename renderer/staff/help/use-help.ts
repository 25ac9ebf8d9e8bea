import { useCallback, useEffect, useState } from 'react';
import type { HelpAtDesk } from '../../../core/contract/desk/help.ts';
import type { DeskWord } from '../../../core/domain/desk/help-asking.ts';
import { kiosk } from '../../kiosk.ts';

/** How long a request waits is told in minutes. */
const REFRESH_MS = 30_000;

/** The requests at this desk, as they are now, and what can be said of one. */
export function useHelp() {
  const [requests, setRequests] = useState<readonly HelpAtDesk[]>([]);
  useEffect(() => {
    let turn = 0;
    const read = () => {
      const mine = ++turn;
      kiosk.invoke('help:list', {}).then(
        (now) => mine === turn && setRequests(now),
        () => undefined, // A refusal is main's to log.
      );
    };
    read();
    const stop = kiosk.on('help:changed', read);
    const timer = setInterval(read, REFRESH_MS);
    return () => {
      turn = -1;
      stop();
      clearInterval(timer);
    };
  }, []);
  const say = useCallback((request: string, word: DeskWord) => {
    void kiosk.invoke('help:say', { request, word }).catch(() => undefined); // A refusal is main's to log.
  }, []);
  return { requests, say };
}
