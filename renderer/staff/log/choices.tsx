import { type KeyboardEvent, useId, useRef } from 'react';
import styles from './choices.module.css';

/** One of the things that can be chosen. */
export type Option<T> = { readonly value: T; readonly label: string };

type Props<T> = {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T | undefined;
  readonly choose: (value: T) => void;
  /** In columns of one width, or each as wide as its words. */
  readonly shape?: 'columns' | 'row';
};

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** One choice out of a few that are all in sight. One stop for the keyboard; the arrows move in it. */
export function Choices<T extends string | null>({ label, options, value, choose, shape = 'row' }: Props<T>) {
  const heading = useId();
  const group = useRef<HTMLDivElement>(null);
  const chosen = options.findIndex((option) => option.value === value);
  const step = (event: KeyboardEvent, index: number) => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = (index + by + options.length) % options.length;
    const option = options[next];
    if (option === undefined) return;
    choose(option.value);
    group.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div className={styles.choices} data-item>
      <p id={heading} className={styles.label}>
        {label}
      </p>
      <div ref={group} role="radiogroup" aria-labelledby={heading} className={styles[shape]}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a radio of HTML is too small to press
          <button
            key={option.value}
            type="button"
            role="radio"
            aria-checked={index === chosen}
            tabIndex={index === Math.max(0, chosen) ? 0 : -1}
            className={styles.choice}
            onClick={() => choose(option.value)}
            onKeyDown={(event) => step(event, index)}
          >
            {option.label}
          </button>
        ))}
      </div>
    </div>
  );
}
