import { useEffect, useState } from 'react';
import type { HelpSeen } from '../../../core/domain/desk/help-asking.ts';
import { kiosk } from '../../kiosk.ts';

/** What the desk says, as long as this screen stands: without an answer of main, no desk can be asked. */
export function useDeskLine(): readonly [HelpSeen, (asked: Promise<HelpSeen>) => void] {
  const [seen, setSeen] = useState<HelpSeen>({ kind: 'no-desk' });
  useEffect(() => {
    let isHere = true;
    // What is told meanwhile is newer than the answer.
    let isTold = false;
    const stop = kiosk.on('help:told', (told) => {
      isTold = true;
      setSeen(told);
    });
    kiosk.invoke('help:line', {}).then(
      (now) => isHere && !isTold && setSeen(now),
      () => undefined,
    );
    return () => {
      isHere = false;
      stop();
    };
  }, []);
  // The answer to what was asked is only that it was: what comes of it is told.
  const ask = (asked: Promise<HelpSeen>) => void asked.catch(() => undefined);
  return [seen, ask];
}
