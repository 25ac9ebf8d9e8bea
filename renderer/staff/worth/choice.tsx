import { ChevronDown } from 'lucide';
import { useId } from 'react';
import { Icon } from '../../ui/icon.tsx';
import styles from './choice.module.css';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly choose: (value: string) => void;
};

/** One of many, under its name. */
export function Choice({ label, value, options, choose }: Props) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.box}>
        <select id={id} value={value} onChange={({ target }) => choose(target.value)}>
          {options.map(([each, name]) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </select>
        <Icon of={ChevronDown} />
      </div>
    </div>
  );
}
