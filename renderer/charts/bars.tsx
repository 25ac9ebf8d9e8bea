import styles from './charts.module.css';

/** One bar. `count` is null where the number is not told; then there is no bar. */
export type Bar = { readonly id: string; readonly name: string; readonly count: number | null };

type Props = {
  readonly bars: readonly Bar[];
  /** A number as it is written. */
  readonly write: (count: number | null) => string;
};

/** Bars from the start of the line, each with its name and number: long names have room, and no axis is needed. */
export function Bars({ bars, write }: Props) {
  const most = Math.max(1, ...bars.map(({ count }) => count ?? 0));
  return (
    <div className={styles.bars}>
      {bars.map(({ id, name, count }) => (
        <div key={id} className={styles.bar}>
          <span className={styles.name}>{name}</span>
          <svg className={styles.track} preserveAspectRatio="none" viewBox="0 0 100 10" aria-hidden="true">
            {count === null ? (
              <line className={styles.untold} x1="0" x2="100" y1="5" y2="5" />
            ) : (
              <rect className={styles.fill} width={(count * 100) / most} height="10" />
            )}
          </svg>
          <span className={styles.count}>{write(count)}</span>
        </div>
      ))}
    </div>
  );
}
