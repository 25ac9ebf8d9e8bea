import { Check } from 'lucide';
import type { ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { PictureOf } from '../../ui/picture.tsx';
import styles from './answer-button.module.css';

type Props = {
  readonly picture: string;
  readonly label: ReactNode;
  readonly note?: ReactNode;
  readonly chosen?: boolean;
  readonly onPress: () => void;
};

/** One answer: a picture, a short label, a line that explains. With `chosen`, it can be switched on and off. */
export function AnswerButton({ picture, label, note, chosen, onPress }: Props) {
  return (
    <button type="button" className={styles.answer} aria-pressed={chosen} onClick={onPress} data-answer>
      <PictureOf name={picture} />
      <span className={styles.words}>
        <span className={styles.label}>{label}</span>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </span>
      {chosen !== undefined && (
        <span className={styles.box} aria-hidden="true">
          {chosen && <Icon of={Check} />}
        </span>
      )}
    </button>
  );
}
