import { UserRound, Wrench } from 'lucide';
import { useEffect, useRef, useState } from 'react';
import type { PeopleAtDoor } from '../../../core/contract/staff.ts';
import type { Role } from '../../../core/domain/role.ts';
import { Back } from '../../admin/door/back.tsx';
import { DoorFoot } from '../../admin/door/door-foot.tsx';
import { PinDoor } from '../../admin/door/pin-door.tsx';
import { useAdmin } from '../../admin/use-admin.ts';
import { useArrival } from '../../hooks/use-arrival.ts';
import { useShown } from '../../hooks/use-shown.ts';
import { kiosk } from '../../kiosk.ts';
import { Icon } from '../../ui/icon.tsx';
import { Logo } from '../../ui/logo.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import styles from './lock-screen.module.css';

/** Whose PIN is asked for: a person's, or the one of this device. */
type Chosen = PeopleAtDoor[number] | 'device';

/**
 * What stands between a screen and whoever works with it: who they are, and their PIN. Where nobody has one of their own, only that of the
 * device is asked for. `signedIn` hears what they may do.
 */
export function LockScreen({ signedIn }: { readonly signedIn: (role: Role) => void }) {
  const [people, setPeople] = useState<PeopleAtDoor>();
  const [chosen, setChosen] = useState<Chosen>();
  useEffect(() => {
    // A refusal is main's to log; the PIN of the device is then what is left.
    kiosk.invoke('staff:people', {}).then(setPeople, () => setPeople([]));
  }, []);
  if (people === undefined) return null;
  if (people.length === 0) return <PinDoor signedIn={signedIn} />;
  if (chosen === undefined) return <Choice people={people} choose={setChosen} />;
  return (
    <PinDoor
      signedIn={signedIn}
      person={chosen === 'device' ? undefined : chosen}
      back={() => setChosen(undefined)}
    />
  );
}

type ChoiceProps = { readonly people: PeopleAtDoor; readonly choose: (chosen: Chosen) => void };

function Choice({ people, choose }: ChoiceProps) {
  const { say } = useAdmin();
  const main = useRef<HTMLElement>(null);
  useArrival(main, people);
  useShown('staff-lock');
  return (
    <div className={styles.lock}>
      <header className={styles.header}>
        <Logo />
      </header>
      <main ref={main} className={styles.main}>
        <ScrollArea of="sheet" content={styles.content}>
          <h1>{say('lock.title')}</h1>
          <ul className={styles.people}>
            {people.map((person) => (
              <li key={person.id} data-item>
                <button
                  type="button"
                  className={styles.person}
                  data-person={person.id}
                  onClick={() => choose(person)}
                >
                  <Icon of={UserRound} />
                  <bdi>{person.name}</bdi>
                </button>
              </li>
            ))}
            <li data-item>
              <button
                type="button"
                className={`${styles.person} ${styles.device}`}
                onClick={() => choose('device')}
              >
                <Icon of={Wrench} />
                {say('lock.device')}
              </button>
            </li>
          </ul>
          <Back />
        </ScrollArea>
      </main>
      <DoorFoot />
    </div>
  );
}
