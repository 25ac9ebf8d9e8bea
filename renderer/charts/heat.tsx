import styles from './charts.module.css';

type Props = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly countAt: (row: number, column: number) => number;
};

/** How strong a colour is: one of so many steps, so that each is told from the next. */
const STEPS = 5;

/** Numbers by two things at once: the more, the darker. Each square holds its number too, so that no colour has to be read. */
export function Heat({ rows, columns, countAt }: Props) {
  const counts = rows.map((_, row) => columns.map((__, column) => countAt(row, column)));
  const most = Math.max(1, ...counts.flat());
  return (
    <table className={styles.heat} role="presentation">
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <td key={column} className={styles.axis}>
              {column}
            </td>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.map((line, row) => (
          <tr key={rows[row]}>
            <td>{rows[row]}</td>
            {line.map((count, column) => (
              <td
                key={columns[column]}
                className={styles.square}
                data-heat={Math.ceil((count * STEPS) / most)}
              >
                {count === 0 ? '' : count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
