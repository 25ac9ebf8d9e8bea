import { ChevronRight } from 'lucide';
import type { ReactNode } from 'react';
import type { Tint } from '../../core/domain/topic.ts';
import { Icon } from './icon.tsx';
import { PictureOf } from './picture.tsx';
import styles from './press-card.module.css';

type Props = {
  readonly picture: string;
  /** How much it asks to be chosen. What is more than small has an arrow. */
  readonly size?: 'small' | 'medium' | 'large';
  readonly dense?: boolean;
  readonly tint?: Tint | undefined;
  readonly onPress: () => void;
  /** What stands on it: spans with the classes `title`, `text` and `outdated` of its style, and more. */
  readonly children: ReactNode;
  /** What tests and other code know it by. */
  readonly [mark: `data-${string}`]: string | true;
};

/** Something to open, as a card that is pressed as a whole: a pictogram, and words on what lies behind it. */
export function PressCard({
  picture,
  size = 'small',
  dense = false,
  tint,
  onPress,
  children,
  ...marks
}: Props) {
  return (
    <button
      type="button"
      className={`${styles.card} ${styles[size]} ${dense ? styles.dense : ''}`}
      data-tint={tint}
      onClick={onPress}
      {...marks}
    >
      <PictureOf name={picture} size={size === 'small' ? 'small' : 'medium'} />
      <span className={styles.words}>{children}</span>
      {size !== 'small' && <Icon of={ChevronRight} className={`mirrored ${styles.arrow}`} />}
    </button>
  );
}
