import type { Shown } from '../../../core/domain/report/suppression/show-table.ts';
import { useAdministration } from '../use-administration.ts';
import { useShownText } from './shown-text.ts';
import styles from './use.module.css';

type Props = {
  readonly title: string;
  readonly numbers: readonly { readonly id: string; readonly name: string; readonly number: Shown }[];
  readonly level?: 'h3' | 'h4';
};

/**
 * Numbers of what is named, each with a bar as long as it is large. The bar repeats the number and is not read aloud. A list without numbers
 * is not of nobody: small numbers are not told, and neither is that there are none (decision 36).
 */
export function Numbers({ title, numbers, level: Heading = 'h3' }: Props) {
  const { say } = useAdministration();
  const shown = useShownText();
  const most = Math.max(1, ...numbers.map(({ number }) => (typeof number === 'number' ? number : 0)));
  return (
    <section className={styles.numbers}>
      <Heading>{title}</Heading>
      {numbers.length === 0 ? (
        <p className={styles.untold}>{say('use.untold')}</p>
      ) : (
        <ul>
          {numbers.map(({ id, name, number }) => (
            <li key={id} data-number={id}>
              <span>{name}</span>
              <strong>{shown(number)}</strong>
              {typeof number === 'number' && (
                <span
                  className={styles.bar}
                  aria-hidden="true"
                  style={{ inlineSize: `${(number / most) * 100}%` }}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
