import { useCallback, useEffect, useRef, useState } from 'react';
import type { AdminDoor, SignInResult } from '../../../core/contract/admin.ts';
import { useArrival } from '../../hooks/use-arrival.ts';
import { useShown } from '../../hooks/use-shown.ts';
import { kiosk } from '../../kiosk.ts';
import { Logo } from '../../ui/logo.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import styles from './pin-door.module.css';
import { PinEntry } from './pin-entry.tsx';
import { Shut, type ShutDoor } from './shut.tsx';

/** Large keys for the PIN; or why none can be given now. */
export function PinDoor({ signedIn }: { readonly signedIn: () => void }) {
  const [shut, setShut] = useState<ShutDoor>();
  const [known, setKnown] = useState(false);
  const main = useRef<HTMLElement>(null);
  useArrival(main, shut?.kind);
  useShown(known ? `admin-door-${shut?.kind ?? 'open'}` : 'admin-door');

  const see = useCallback((door: AdminDoor | SignInResult) => {
    setShut(door.kind === 'locked' || door.kind === 'no-pin' || door.kind === 'no-store' ? door : undefined);
  }, []);
  const ask = useCallback(() => {
    kiosk
      .invoke('admin:door', {})
      .then(see)
      .catch(() => setShut({ kind: 'no-store' }))
      .finally(() => setKnown(true));
  }, [see]);
  useEffect(ask, [ask]);
  useEffect(() => {
    if (shut?.kind !== 'locked') return;
    // Again when the minute that is shown is over.
    const timer = setTimeout(ask, (shut.secondsLeft % 60 || 60) * 1000);
    return () => clearTimeout(timer);
  }, [shut, ask]);

  return (
    <div className={styles.door}>
      <header className={styles.header}>
        <Logo />
      </header>
      <main key={shut?.kind ?? 'open'} ref={main} className={styles.main}>
        <ScrollArea of="page" content={styles.content}>
          {shut === undefined ? <PinEntry see={see} signedIn={signedIn} /> : <Shut door={shut} />}
        </ScrollArea>
      </main>
    </div>
  );
}
