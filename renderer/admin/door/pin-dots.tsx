import { LEAST_DIGITS } from '../../../core/domain/pin-digits.ts';
import { useAdmin } from '../use-admin.ts';
import styles from './pin-door.module.css';

/** A dot for each digit that was typed, and never which. */
export function PinDots({ count }: { readonly count: number }) {
  const { say } = useAdmin();
  return (
    <div className={styles.dots} role="img" aria-label={say('door.typed', { count })}>
      {Array.from({ length: Math.max(LEAST_DIGITS, count) }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place and nothing else
        <span key={place} className={styles.dot} data-typed={place < count} />
      ))}
    </div>
  );
}
