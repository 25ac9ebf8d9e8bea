import { Table2 } from 'lucide';
import { type ReactNode, useId, useState } from 'react';
import { Icon } from '../ui/icon.tsx';
import { ChartTable, type TableBehind } from './chart-table.tsx';
import styles from './charts.module.css';

type Props = {
  readonly title: string;
  /** What the picture shows, in a sentence: for whoever does not see it, and for whoever is in a hurry. */
  readonly says: string;
  readonly table: TableBehind;
  /** What the table is called on its handle. */
  readonly tableName: string;
  /** It needs the whole width. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
};

/** A chart with its title, what it says, and the table behind it. The picture itself is for eyes only; on paper the table is open. */
export function Figure({ title, says, table, tableName, isWide = false, children }: Props) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <figure className={styles.figure} aria-labelledby={id} data-wide={isWide || undefined}>
      <figcaption>
        <h2 id={id}>{title}</h2>
        <p className={styles.says}>{says}</p>
      </figcaption>
      <div className={styles.picture} aria-hidden="true">
        {children}
      </div>
      <div className={styles.behind}>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={`${id}-table`}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Icon of={Table2} />
          {tableName}
        </button>
        <div id={`${id}-table`} className={styles.fold} data-open={isOpen}>
          <ChartTable table={table} labelledBy={id} />
        </div>
      </div>
    </figure>
  );
}
