import { useCallback, useEffect, useRef, useState } from 'react';
import type { AdminDoor, SignInResult } from '../../../core/contract/admin.ts';
import type { PeopleAtDoor } from '../../../core/contract/staff.ts';
import type { Role } from '../../../core/domain/role.ts';
import { useArrival } from '../../hooks/use-arrival.ts';
import { useShown } from '../../hooks/use-shown.ts';
import { kiosk } from '../../kiosk.ts';
import { Logo } from '../../ui/logo.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { DoorFoot } from './door-foot.tsx';
import styles from './pin-door.module.css';
import { PinEntry } from './pin-entry.tsx';
import { Shut, type ShutDoor } from './shut.tsx';

type Props = {
  readonly signedIn: (role: Role) => void;
  /** Whose PIN is asked for; undefined for that of the device. */
  readonly person?: PeopleAtDoor[number] | undefined;
  /** The way back, when it is not to the first screen. */
  readonly back?: (() => void) | undefined;
};

/** Large keys for the PIN; or why none can be given now. */
export function PinDoor({ signedIn, person, back }: Props) {
  const [shut, setShut] = useState<ShutDoor>();
  const [known, setKnown] = useState(false);
  const main = useRef<HTMLElement>(null);
  useArrival(main, shut?.kind);
  useShown(known ? `admin-door-${shut?.kind ?? 'open'}` : 'admin-door');

  const see = useCallback((door: AdminDoor | SignInResult) => {
    setShut(door.kind === 'locked' || door.kind === 'no-pin' || door.kind === 'no-store' ? door : undefined);
  }, []);
  const ask = useCallback(() => {
    const asked =
      person === undefined ? kiosk.invoke('admin:door', {}) : kiosk.invoke('staff:door', { who: person.id });
    asked
      .then(see)
      .catch(() => setShut({ kind: 'no-store' }))
      .finally(() => setKnown(true));
  }, [see, person]);
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
          {shut === undefined ? (
            <PinEntry {...{ person, see, signedIn, back }} />
          ) : (
            <Shut door={shut} back={back} />
          )}
        </ScrollArea>
      </main>
      <DoorFoot wasRead={back !== undefined} />
    </div>
  );
}
