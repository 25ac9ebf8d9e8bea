import { ArrowRight } from 'lucide';
import { useCallback, useEffect, useState } from 'react';
import type { SignInResult } from '../../../core/contract/admin.ts';
import type { PeopleAtDoor } from '../../../core/contract/staff.ts';
import { LEAST_DIGITS, MOST_DIGITS } from '../../../core/domain/pin-digits.ts';
import type { Role } from '../../../core/domain/role.ts';
import { kiosk } from '../../kiosk.ts';
import { Button } from '../../ui/button.tsx';
import { PictureOf } from '../../ui/picture.tsx';
import { KeyPad } from '../../visitor/questions/key-pad.tsx';
import { useAdmin } from '../use-admin.ts';
import { Back } from './back.tsx';
import styles from './pin-door.module.css';
import { PinDots } from './pin-dots.tsx';

/** At the desk's own PC no visitor comes to this door by mistake. */
const isDesk = kiosk.about.profile === 'desk';

type Props = {
  /** Whose PIN it is; undefined for that of the device. */
  readonly person: PeopleAtDoor[number] | undefined;
  readonly see: (result: SignInResult) => void;
  readonly signedIn: (role: Role) => void;
  /** The way back, when it is not to the first screen. */
  readonly back: (() => void) | undefined;
};

/** The keys, a dot for each digit, and a kind word when it was the wrong PIN. */
export function PinEntry({ person, see, signedIn, back }: Props) {
  const { say } = useAdmin();
  const [pin, setPin] = useState('');
  const [said, setSaid] = useState('');
  const [looking, setLooking] = useState(false);

  const press = useCallback((digit: string) => {
    setSaid('');
    setPin((before) => (before.length < MOST_DIGITS ? before + digit : before));
  }, []);
  const remove = useCallback(() => setPin((before) => before.slice(0, -1)), []);
  const enter = useCallback(async () => {
    if (looking) return;
    if (pin.length < LEAST_DIGITS) return setSaid(say('door.tooShort'));
    setLooking(true);
    setSaid(say('door.looking'));
    try {
      const result =
        person === undefined
          ? await kiosk.invoke('admin:sign-in', { pin })
          : await kiosk.invoke('staff:sign-in', { who: person.id, pin });
      if (result.kind === 'signed-in') return signedIn(result.role);
      setSaid(result.kind === 'wrong' ? say('door.wrong', { count: result.triesLeft }) : '');
      see(result);
    } catch {
      setSaid(say('door.failed'));
    }
    setPin('');
    setLooking(false);
  }, [looking, person, pin, say, see, signedIn]);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const onButton = document.activeElement instanceof HTMLButtonElement;
      if (event.key === 'Enter' && !onButton && !event.repeat) void enter();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [enter]);

  return (
    <>
      <div className={styles.ask}>
        <PictureOf name="key" size="large" />
        <h1>
          {person === undefined
            ? say(isDesk ? 'door.deskTitle' : 'door.title')
            : say('lock.pinOf', { name: person.name })}
        </h1>
        {person === undefined && <p className={styles.lead}>{say(isDesk ? 'door.deskLead' : 'door.lead')}</p>}
        <PinDots count={pin.length} />
        <p role="status" className={styles.said}>
          {said}
        </p>
      </div>
      <div className={styles.entry}>
        <KeyPad keys="digits" press={press} remove={remove} />
        <div className={styles.ways}>
          <Back to={back} />
          <Button
            look="strong"
            icon={ArrowRight}
            mirrored
            label={say('door.enter')}
            done={looking}
            onPress={() => void enter()}
          />
        </div>
      </div>
    </>
  );
}
