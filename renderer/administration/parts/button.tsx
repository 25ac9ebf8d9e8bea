import type { IconNode } from 'lucide';
import type { ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';
import styles from './parts.module.css';

type Props = {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly icon?: IconNode;
  readonly look?: 'strong' | 'plain' | 'quiet';
  readonly submit?: boolean;
  readonly disabled?: boolean;
  /** What it does is being done: it cannot be pressed and keeps the focus, which one that is disabled would lose. */
  readonly busy?: boolean;
  /** What is heard, when the words on it do not say whom it is about. It begins with them (WCAG 2.5.3). */
  readonly label?: string | undefined;
};

/** A button of the administration: smaller than that of visitors, for a mouse and a keyboard. */
export function Button({
  children,
  onPress,
  icon,
  look = 'plain',
  submit = false,
  disabled = false,
  busy = false,
  label,
}: Props) {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      className={`${styles.button} ${styles[look]}`}
      disabled={disabled}
      aria-label={label}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onPress}
    >
      {icon && <Icon of={icon} />}
      {children}
    </button>
  );
}
