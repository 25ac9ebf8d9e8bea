import type { IconNode } from 'lucide';
import type { ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';
import styles from './parts.module.css';

/** What stands there while a list has nothing in it: what would, and how it comes. */
export function Empty({
  icon,
  title,
  lead,
}: {
  readonly icon: IconNode;
  readonly title: string;
  readonly lead: string;
}) {
  return (
    <div className={styles.empty}>
      <Icon of={icon} />
      <h2>{title}</h2>
      <p className={styles.lead}>{lead}</p>
    </div>
  );
}

type Props<Group extends string, T> = {
  /** Begins the ids of the headings. */
  readonly id: string;
  readonly groups: readonly Group[];
  readonly all: readonly T[];
  readonly isIn: (one: T, group: Group) => boolean;
  readonly title: (group: Group, count: number) => string;
  readonly children: (one: T) => ReactNode;
};

/** A list in groups, each under its heading; one with nothing in it is left out. */
export function Grouped<Group extends string, T>({
  id,
  groups,
  all,
  isIn,
  title,
  children,
}: Props<Group, T>) {
  return groups.map((group) => {
    const mine = all.filter((one) => isIn(one, group));
    return (
      mine.length > 0 && (
        <section key={group} className={styles.part} aria-labelledby={`${id}-${group}`}>
          <h2 id={`${id}-${group}`}>{title(group, mine.length)}</h2>
          <ul className={styles.list}>{mine.map(children)}</ul>
        </section>
      )
    );
  });
}
