import { Check, type IconNode } from 'lucide';
import { Icon } from '../../ui/icon.tsx';
import styles from './display-toggle.module.css';

type Props = {
  readonly icon: IconNode;
  readonly label: string;
  readonly note: string;
  readonly on: boolean;
  readonly flip: () => void;
};

/** One choice of the display help, to switch on and off: by a picture, a word, and what it does. */
export function DisplayToggle({ icon, label, note, on, flip }: Props) {
  return (
    <button type="button" className={styles.toggle} aria-pressed={on} onClick={flip}>
      <Icon of={icon} className={styles.picture} />
      <span className={styles.words}>
        <span className={styles.label}>{label}</span>
        <span className={styles.note}>{note}</span>
      </span>
      <span className={styles.box} aria-hidden="true">
        {on && <Icon of={Check} />}
      </span>
    </button>
  );
}
