import type { LucideIcon } from 'lucide-react';
import styles from './button.module.css';

type Props = {
  readonly label: string;
  readonly onPress: () => void;
  readonly icon?: LucideIcon;
  readonly look?: 'strong' | 'plain' | 'quiet';
  readonly mirrored?: boolean;
  readonly disabled?: boolean;
};

/** A button with a word on it. One strong one a screen: what most people want next. */
export function Button({
  label,
  onPress,
  icon: Icon,
  look = 'plain',
  mirrored = false,
  disabled = false,
}: Props) {
  return (
    <button
      type="button"
      className={`${styles.button} ${styles[look]}`}
      onClick={onPress}
      disabled={disabled}
    >
      {Icon && <Icon aria-hidden="true" className={mirrored ? 'mirrored' : undefined} />}
      {label}
    </button>
  );
}
