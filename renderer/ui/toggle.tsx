import { Check, type IconNode } from 'lucide';
import { Icon } from './icon.tsx';
import styles from './toggle.module.css';

type Props = {
  /** Without one, the box with the mark stands where it would. */
  readonly icon?: IconNode;
  readonly label: string;
  readonly note?: string | undefined;
  readonly on: boolean;
  readonly flip: () => void;
  /** What tests and other code know it by. */
  readonly [mark: `data-${string}`]: string;
};

/** A choice to switch on and off: by a word, what it does, and a picture if there is one. It stays pressed. */
export function Toggle({ icon, label, note, on, flip, ...marks }: Props) {
  return (
    <button type="button" className={styles.toggle} aria-pressed={on} onClick={flip} {...marks}>
      {icon && <Icon of={icon} className={styles.picture} />}
      <span className={styles.words}>
        <span className={styles.label}>{label}</span>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </span>
      <span className={icon ? styles.box : `${styles.box} ${styles.first}`} aria-hidden="true">
        {on && <Icon of={Check} />}
      </span>
    </button>
  );
}
