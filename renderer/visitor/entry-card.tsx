import { ChevronRight } from 'lucide';
import type { Entry } from '../../core/contract/pages.ts';
import { useWords } from '../hooks/use-words.ts';
import { Icon } from '../ui/icon.tsx';
import { PictureOf } from '../ui/picture.tsx';
import { Said } from '../ui/said.tsx';
import styles from './entry-card.module.css';
import { useTools } from './use-visit.ts';

/** A flow or an article to open: its picture, its name, and for a large one what it is about. */
export function EntryCard({ entry, large = false }: { readonly entry: Entry; readonly large?: boolean }) {
  const say = useWords();
  const { language, open } = useTools();
  const summary = Object.values(entry.titles).some((titles) => titles?.summary !== undefined);
  return (
    <button
      type="button"
      className={`${styles.card} ${large ? styles.large : ''}`}
      onClick={() => open({ kind: entry.kind, id: entry.id })}
    >
      <PictureOf name={entry.picture} size={large ? 'medium' : 'small'} />
      <span className={styles.words}>
        <span className={styles.title}>
          <Said words={entry.titles} language={language} text={({ title }) => title} />
        </span>
        {large && summary && (
          <span className={styles.summary}>
            <Said words={entry.titles} language={language} text={(titles) => titles.summary} />
          </span>
        )}
        {entry.outdated && <span className={styles.outdated}>{say('outdated.badge')}</span>}
      </span>
      {large && <Icon of={ChevronRight} className={`mirrored ${styles.arrow}`} />}
    </button>
  );
}
