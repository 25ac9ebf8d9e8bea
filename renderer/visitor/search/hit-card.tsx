import type { SearchHit } from '../../../core/contract/search.ts';
import { directionOf } from '../../../core/domain/words.ts';
import { useWords } from '../../hooks/use-words.ts';
import card from '../../ui/press-card.module.css';
import { PressCard } from '../../ui/press-card.tsx';
import { tintOfTopics } from '../tint-of-topics.ts';
import { useTools } from '../use-visit.ts';
import styles from './hit-card.module.css';
import { Marked } from './marked.tsx';

/** Something that was found, in the tint of its topic, with the words that were asked for marked. */
export function HitCard({ hit, large = false }: { readonly hit: SearchHit; readonly large?: boolean }) {
  const say = useWords();
  const { home, language, open } = useTools();
  // In another language than the screen's it is read and laid out as what it is (WCAG 3.1.2).
  const spoken = hit.language === language ? {} : { lang: hit.language, dir: directionOf(hit.language) };
  return (
    <PressCard
      picture={hit.picture}
      size={large ? 'medium' : 'small'}
      dense
      tint={tintOfTopics(home, [hit.topic])}
      onPress={() => open({ kind: hit.kind, id: hit.id })}
    >
      <span className={`${card.title} ${styles.title}`} {...spoken}>
        <Marked text={hit.title} />
      </span>
      {large && hit.summary.text !== '' && (
        <span className={`${card.text} ${styles.summary}`} {...spoken}>
          <Marked text={hit.summary} />
        </span>
      )}
      {large && <span className={styles.kind}>{say(`opens.${hit.kind}`)}</span>}
      {hit.outdated && <span className={card.outdated}>{say('outdated.badge')}</span>}
    </PressCard>
  );
}
