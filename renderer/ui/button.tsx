import type { IconNode } from 'lucide';
import styles from './button.module.css';
import { Icon } from './icon.tsx';

type Props = {
  readonly label: string;
  readonly onPress: () => void;
  readonly icon?: IconNode;
  readonly look?: 'strong' | 'plain' | 'quiet';
  readonly mirrored?: boolean;
  readonly disabled?: boolean;
  /** What it does is done, or is being done: it cannot be pressed and keeps the focus, which one that is disabled would lose. */
  readonly done?: boolean;
};

/** A button with a word on it. One strong one a screen: what most people want next. */
export function Button({
  label,
  onPress,
  icon,
  look = 'plain',
  mirrored = false,
  disabled = false,
  done = false,
}: Props) {
  return (
    <button
      type="button"
      className={`${styles.button} ${styles[look]}`}
      onClick={done ? undefined : onPress}
      disabled={disabled}
      aria-disabled={done || undefined}
    >
      {icon && <Icon of={icon} className={mirrored ? 'mirrored' : undefined} />}
      {label}
    </button>
  );
}
