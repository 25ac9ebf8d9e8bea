import styles from './charts.module.css';

/** A table: what its columns are called, and its rows, the first cell of each being its name. Names need not differ, ids do. */
export type TableBehind = {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
};

type Props = {
  readonly table: TableBehind;
  /** The id of the element that says what it is. */
  readonly labelledBy: string;
};

/** The table behind a chart. */
export function ChartTable({ table, labelledBy }: Props) {
  const [first, ...others] = table.columns;
  return (
    <table aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {others.map((column) => (
            <th key={column} scope="col" className={styles.number}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ id, cells: [name, ...cells] }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            {cells.map((cell, column) => (
              <td key={others[column]} className={styles.number}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
