import type { Bar } from './bars.tsx';
import styles from './charts.module.css';

type Props = {
  readonly columns: readonly Bar[];
  readonly write: (count: number | null) => string;
  /** Which of them is looked at; it stands out. */
  readonly marked?: ReadonlySet<string>;
};

/** Columns side by side, in the order of time. */
export function Columns({ columns, write, marked }: Props) {
  const most = Math.max(1, ...columns.map(({ count }) => count ?? 0));
  return (
    <div className={styles.columns}>
      {columns.map(({ id, name, count }) => (
        <div key={id} className={styles.column}>
          <span className={styles.count}>{write(count)}</span>
          <svg className={styles.stand} preserveAspectRatio="none" viewBox="0 0 10 100" aria-hidden="true">
            {count === null ? (
              <line className={styles.untold} x1="0" x2="10" y1="99" y2="99" />
            ) : (
              <rect
                className={marked?.has(id) === false ? styles.other : styles.fill}
                y={100 - (count * 100) / most}
                width="10"
                height={(count * 100) / most}
              />
            )}
          </svg>
          <span className={styles.under}>{name}</span>
        </div>
      ))}
    </div>
  );
}
