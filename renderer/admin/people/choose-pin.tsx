import { ArrowRight } from 'lucide';
import { useCallback, useState } from 'react';
import type { PersonHere, SetPinResult } from '../../../core/contract/staff.ts';
import { LEAST_DIGITS, MOST_DIGITS } from '../../../core/domain/pin-digits.ts';
import { kiosk } from '../../kiosk.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { KeyPad } from '../../visitor/questions/key-pad.tsx';
import { PinDots } from '../door/pin-dots.tsx';
import { useAdmin } from '../use-admin.ts';
import styles from './choose-pin.module.css';

type Props = {
  readonly person: PersonHere;
  readonly close: () => void;
  /** What came of it, once it is over. */
  readonly done: (kind: SetPinResult['kind']) => void;
};

/** Somebody types the PIN of their choice, twice. */
export function ChoosePin({ person, close, done }: Props) {
  const { say } = useAdmin();
  const [first, setFirst] = useState<string>();
  const [pin, setPin] = useState('');
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);

  const press = useCallback((digit: string) => {
    setSaid('');
    setPin((before) => (before.length < MOST_DIGITS ? before + digit : before));
  }, []);
  const remove = useCallback(() => setPin((before) => before.slice(0, -1)), []);
  const again = (why: string) => {
    setFirst(undefined);
    setPin('');
    setSaid(why);
  };
  const enter = async () => {
    if (pin.length < LEAST_DIGITS) return setSaid(say('door.tooShort'));
    if (first === undefined) {
      setFirst(pin);
      return setPin('');
    }
    if (first !== pin) return again(say('people.differs'));
    setBusy(true);
    const { kind } = await kiosk
      .invoke('staff:set-pin', { who: person.id, pin })
      .catch(() => ({ kind: 'no-store' as const })); // A refusal is main's to log.
    setBusy(false);
    if (kind === 'weak' || kind === 'form') again(say(`people.results.${kind}`, { name: person.name }));
    else done(kind);
  };

  return (
    <Sheet
      closed
      title={say('people.choose', { name: person.name })}
      closeLabel={say('door.back')}
      close={close}
    >
      <div className={styles.choose} data-pin={first === undefined ? 'first' : 'again'} data-item>
        <p>{say(first === undefined ? 'people.first' : 'people.again')}</p>
        <PinDots count={pin.length} />
        <p role="status" className={styles.said}>
          {busy ? say('door.looking') : said}
        </p>
        <KeyPad keys="digits" press={press} remove={remove} />
        <Button
          look="strong"
          icon={ArrowRight}
          mirrored
          label={say('door.enter')}
          done={busy}
          onPress={() => void enter()}
        />
      </div>
    </Sheet>
  );
}
