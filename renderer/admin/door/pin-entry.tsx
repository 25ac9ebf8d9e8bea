import { ArrowRight } from 'lucide';
import { useCallback, useEffect, useState } from 'react';
import type { SignInResult } from '../../../core/contract/admin.ts';
import { LEAST_DIGITS, MOST_DIGITS } from '../../../core/domain/pin-digits.ts';
import { kiosk } from '../../kiosk.ts';
import { Button } from '../../ui/button.tsx';
import { PictureOf } from '../../ui/picture.tsx';
import { KeyPad } from '../../visitor/questions/key-pad.tsx';
import { useAdmin } from '../use-admin.ts';
import { Back } from './back.tsx';
import styles from './pin-door.module.css';

type Props = {
  readonly see: (result: SignInResult) => void;
  readonly signedIn: () => void;
};

/** The keys, a dot for each digit, and a kind word when it was the wrong PIN. */
export function PinEntry({ see, signedIn }: Props) {
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
      const result = await kiosk.invoke('admin:sign-in', { pin });
      if (result.kind === 'signed-in') return signedIn();
      setSaid(result.kind === 'wrong' ? say('door.wrong', { count: result.triesLeft }) : '');
      see(result);
    } catch {
      setSaid(say('door.failed'));
    }
    setPin('');
    setLooking(false);
  }, [looking, pin, say, see, signedIn]);
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
        <h1>{say('door.title')}</h1>
        <p className={styles.lead}>{say('door.lead')}</p>
        <div className={styles.dots} role="img" aria-label={say('door.typed', { count: pin.length })}>
          {Array.from({ length: Math.max(LEAST_DIGITS, pin.length) }, (_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place and nothing else
            <span key={place} className={styles.dot} data-typed={place < pin.length} />
          ))}
        </div>
        <p role="status" className={styles.said}>
          {said}
        </p>
      </div>
      <div className={styles.entry}>
        <KeyPad keys="digits" press={press} remove={remove} />
        <div className={styles.ways}>
          <Back />
          <Button
            look="strong"
            icon={ArrowRight}
            mirrored
            label={say('door.enter')}
            disabled={looking}
            onPress={() => void enter()}
          />
        </div>
      </div>
    </>
  );
}
