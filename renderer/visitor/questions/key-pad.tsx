import { Delete } from 'lucide';
import { useEffect } from 'react';
import { useWords } from '../../hooks/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './key-pad.module.css';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

type Props = {
  readonly keys: 'digits' | 'letters';
  readonly press: (key: string) => void;
  readonly remove: () => void;
};

/** Large keys for digits or letters; a real keyboard types too. */
export function KeyPad({ keys, press, remove }: Props) {
  const say = useWords();
  const signs = keys === 'digits' ? DIGITS : LETTERS;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      // A sheet over the question has the keys.
      if (document.querySelector('dialog[open]') !== null) return;
      const sign = event.key.toUpperCase();
      if (event.key === 'Backspace') remove();
      else if (signs.includes(sign)) press(sign);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [signs, press, remove]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in the kiosk's oldest browser
    <div
      role="group"
      className={`${styles.pad} ${styles[keys]}`}
      aria-label={say(`flow.${keys}`)}
      data-not-read
    >
      {signs.map((sign) => (
        <button key={sign} type="button" className={styles.key} onClick={() => press(sign)}>
          {sign}
        </button>
      ))}
      <button
        type="button"
        className={`${styles.key} ${styles.remove}`}
        aria-label={say('flow.remove')}
        onClick={remove}
      >
        <Icon of={Delete} className="mirrored" />
      </button>
    </div>
  );
}
