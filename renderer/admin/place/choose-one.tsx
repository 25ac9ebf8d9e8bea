import { useId } from 'react';
import styles from './place-section.module.css';

type Props<T> = {
  readonly name: string;
  readonly note?: string;
  readonly chosen: T;
  readonly choose: (value: T) => void;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
};

/** One of a few: each is a button that stays pressed. */
export function ChooseOne<T extends string | number | null>({
  name,
  note,
  chosen,
  choose,
  choices,
}: Props<T>) {
  const heading = useId();
  return (
    <section className={styles.group} aria-labelledby={heading}>
      <h3 id={heading}>{name}</h3>
      {note !== undefined && <p>{note}</p>}
      <div className={styles.choices}>
        {choices.map(({ value, label }) => (
          <button
            key={String(value)}
            type="button"
            className={styles.choice}
            aria-pressed={value === chosen}
            onClick={() => choose(value)}
          >
            {label}
          </button>
        ))}
      </div>
    </section>
  );
}
