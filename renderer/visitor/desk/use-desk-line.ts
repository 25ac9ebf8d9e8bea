import { useEffect, useSyncExternalStore } from 'react';
import type { HelpSeen } from '../../../core/domain/desk/help-asking.ts';
import { kiosk } from '../../kiosk.ts';

// As long as the page, which is as long as the visit: whoever is on another screen hears it too.
let seen: HelpSeen = { kind: 'no-desk' };
let times = 0;
const listeners = new Set<() => void>();
const become = (now: HelpSeen) => {
  seen = now;
  for (const listener of listeners) listener();
};
kiosk.on('help:told', (told) => {
  times++;
  become(told);
});

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** What was told of the desk in this visit, without asking. */
export function useTold(): HelpSeen {
  return useSyncExternalStore(subscribe, () => seen);
}

/** The same, asked for when this screen comes: without an answer of main, no desk can be asked. */
export function useDeskLine(): HelpSeen {
  useEffect(() => {
    // What is told meanwhile is newer than the answer.
    const before = times;
    kiosk.invoke('help:line', {}).then(
      (now) => times === before && become(now),
      () => undefined,
    );
  }, []);
  return useTold();
}
