import type { IconNode } from 'lucide';
import { Icon } from '../icon.tsx';
import styles from './keyboard.module.css';
import { usePress } from './use-press.ts';

type SignKeyProps = {
  readonly sign: string;
  /** Has it accents, and are accents what is looked for now? */
  readonly marked: boolean;
  readonly press: (sign: string) => void;
  readonly hold: ((sign: string) => void) | undefined;
};

/** A key with a letter, a digit or a sign. */
export function SignKey({ sign, marked, press, hold }: SignKeyProps) {
  const hears = usePress({ press: () => press(sign), hold: hold && (() => hold(sign)) });
  return (
    <button type="button" className={styles.key} data-marked={marked} {...hears}>
      {sign}
    </button>
  );
}

type EditKeyProps = {
  readonly label: string;
  readonly icon: IconNode;
  readonly className?: string | undefined;
  readonly pressed?: boolean;
  readonly repeats?: boolean;
  readonly press: () => void;
};

/** A key that changes what is typed, or how: shift, backspace, space. */
export function EditKey({ label, icon, className, pressed, repeats, press }: EditKeyProps) {
  const hears = usePress({ press, repeats });
  return (
    <button
      type="button"
      className={`${styles.key} ${styles.edit} ${className ?? ''}`}
      aria-label={label}
      aria-pressed={pressed}
      {...hears}
    >
      <Icon of={icon} />
    </button>
  );
}
