import type { AmountSource } from '../../core/domain/amount-sources.ts';
import { checkedLines } from '../../core/domain/checked-lines.ts';
import { dayText } from '../../core/domain/day-text.ts';
import type { Source } from '../../core/domain/parameter.ts';
import { useWords } from '../hooks/use-words.ts';
import styles from './sources.module.css';
import { useTools } from './use-visit.ts';

type Props = { readonly sources: readonly Source[]; readonly amounts: readonly AmountSource[] };

/** When the facts and the amounts were checked, and where they come from. */
export function Sources({ sources, amounts }: Props) {
  const say = useWords();
  const { language } = useTools();
  const lines = checkedLines(sources, amounts);
  if (lines.length === 0) return null;
  return (
    <div className={styles.sources}>
      {lines.map(({ about, checkedOn, sites }) => (
        <p key={`${about}-${checkedOn}`}>
          {say(about === 'page' ? 'outcome.checked' : 'outcome.checkedAmounts', {
            date: dayText(checkedOn, language),
          })}{' '}
          · {say('outcome.source', { site: sites.join(', ') })}
        </p>
      ))}
    </div>
  );
}
