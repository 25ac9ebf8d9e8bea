import { type InputHTMLAttributes, useId } from 'react';
import styles from './parts.module.css';

type Props = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'name'
  | 'type'
  | 'required'
  | 'autoComplete'
  | 'defaultValue'
  | 'value'
  | 'onChange'
  | 'maxLength'
  | 'minLength'
  | 'inputMode'
> & {
  readonly label: string;
  readonly note?: string | undefined;
  /** What is wrong with what stands in it. */
  readonly wrong?: string | undefined;
};

/** One thing to fill in, with its name above it and a line that helps below. */
export function Field({ label, note, wrong, ...input }: Props) {
  const id = useId();
  const described = [note && `${id}-note`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {note !== undefined && (
        <p id={`${id}-note`} className={styles.note}>
          {note}
        </p>
      )}
      <input
        id={id}
        aria-describedby={described === '' ? undefined : described}
        aria-invalid={wrong === undefined ? undefined : true}
        spellCheck={false}
        {...input}
      />
      {wrong !== undefined && (
        <p id={`${id}-wrong`} className={styles.wrong}>
          {wrong}
        </p>
      )}
    </div>
  );
}
