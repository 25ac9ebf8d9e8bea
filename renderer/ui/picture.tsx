import { CircleQuestionMark } from 'lucide';
import { Icon } from './icon.tsx';
import styles from './picture.module.css';
import { PICTURE_ICONS } from './picture-icons.ts';

/** A pictogram on its ground, in the tint of the topic. It only repeats what the words beside it say. */
export function PictureOf({
  name,
  size = 'medium',
}: {
  readonly name: string;
  readonly size?: 'small' | 'medium' | 'large';
}) {
  return (
    <span className={`${styles.ground} ${styles[size]}`} aria-hidden="true">
      <Icon of={PICTURE_ICONS[name] ?? CircleQuestionMark} />
    </span>
  );
}
