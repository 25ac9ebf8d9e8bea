import { dayText, siteText } from '../../core/domain/day-text.ts';
import type { Source } from '../../core/domain/parameter.ts';
import { useWords } from '../hooks/use-words.ts';
import styles from './sources.module.css';
import { useTools } from './use-visit.ts';

/** When the facts were checked, and where they come from. */
export function Sources({ sources }: { readonly sources: readonly Source[] }) {
  const say = useWords();
  const { language } = useTools();
  const oldest = sources.map(({ checked_on }) => checked_on).sort()[0];
  if (oldest === undefined) return null;
  const sites = [...new Set(sources.map(({ url }) => siteText(url)))].join(', ');
  return (
    <p className={styles.sources}>
      {say('outcome.checked', { date: dayText(oldest, language) })} · {say('outcome.source', { site: sites })}
    </p>
  );
}
