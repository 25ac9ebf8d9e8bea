import { ChevronRight } from 'lucide';
import type { SearchHit } from '../../../core/contract/search.ts';
import { directionOf } from '../../../core/domain/words.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { PictureOf } from '../../ui/picture.tsx';
import { useTools } from '../use-visit.ts';
import styles from './hit-card.module.css';
import { Marked } from './marked.tsx';

/** Something that was found, in the tint of its topic, with the words that were asked for marked. */
export function HitCard({ hit, large = false }: { readonly hit: SearchHit; readonly large?: boolean }) {
  const say = useWords();
  const { home, language, open } = useTools();
  const tint = home.topics.find(({ topic }) => topic.id === hit.topic)?.topic.tint;
  // In another language than the screen's it is read and laid out as what it is (WCAG 3.1.2).
  const spoken = hit.language === language ? {} : { lang: hit.language, dir: directionOf(hit.language) };
  return (
    <button
      type="button"
      className={`${styles.card} ${large ? styles.large : ''}`}
      data-tint={tint}
      onClick={() => open({ kind: hit.kind, id: hit.id })}
    >
      <PictureOf name={hit.picture} size={large ? 'medium' : 'small'} />
      <span className={styles.words}>
        <span className={styles.title} {...spoken}>
          <Marked text={hit.title} />
        </span>
        {large && hit.summary.text !== '' && (
          <span className={styles.summary} {...spoken}>
            <Marked text={hit.summary} />
          </span>
        )}
        {large && <span className={styles.kind}>{say(`opens.${hit.kind}`)}</span>}
        {hit.outdated && <span className={styles.outdated}>{say('outdated.badge')}</span>}
      </span>
      {large && <Icon of={ChevronRight} className={`mirrored ${styles.arrow}`} />}
    </button>
  );
}
