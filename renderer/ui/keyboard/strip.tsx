import { X } from 'lucide';
import { useEffect, useRef } from 'react';
import { Icon } from '../icon.tsx';
import styles from './keyboard.module.css';

/** One thing to choose: what stands on it, and the language it is in when that is another one. */
export type StripChoice = { readonly text: string; readonly language?: string; readonly chosen?: boolean };

type Props = {
  readonly kind: 'accent' | 'layout';
  readonly label: string;
  readonly closeLabel: string;
  readonly choices: readonly StripChoice[];
  /** Was it opened without a finger? Then the first choice takes the focus. */
  readonly takesFocus: boolean;
  readonly choose: (choice: StripChoice) => void;
  readonly close: () => void;
};

/** A row of choices above the keys. It stays until one is taken, however long that takes. */
export function Strip({ kind, label, closeLabel, choices, takesFocus, choose, close }: Props) {
  const strip = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (takesFocus) strip.current?.querySelector('button')?.focus();
  }, [takesFocus]);
  return (
    <fieldset
      ref={strip}
      className={styles.strip}
      aria-label={label}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      {choices.map((choice) => (
        <button
          key={choice.text}
          type="button"
          className={styles.choice}
          data-choice={kind}
          lang={choice.language}
          aria-pressed={choice.chosen}
          onClick={() => choose(choice)}
        >
          {choice.text}
        </button>
      ))}
      <button type="button" className={styles.close} aria-label={closeLabel} onClick={close}>
        <Icon of={X} />
      </button>
    </fieldset>
  );
}
