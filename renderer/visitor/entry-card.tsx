import type { Entry } from '../../core/contract/pages.ts';
import { useWords } from '../hooks/use-words.ts';
import card from '../ui/press-card.module.css';
import { PressCard } from '../ui/press-card.tsx';
import { Said } from '../ui/said.tsx';
import { useTools } from './use-visit.ts';

/** A flow or an article to open: its picture, its name, and for a large one what it is about. */
export function EntryCard({ entry, large = false }: { readonly entry: Entry; readonly large?: boolean }) {
  const say = useWords();
  const { language, open } = useTools();
  const summary = Object.values(entry.titles).some((titles) => titles?.summary !== undefined);
  return (
    <PressCard
      picture={entry.picture}
      size={large ? 'large' : 'small'}
      onPress={() => open({ kind: entry.kind, id: entry.id })}
    >
      <span className={card.title}>
        <Said words={entry.titles} language={language} text={({ title }) => title} />
      </span>
      {large && summary && (
        <span className={card.text}>
          <Said words={entry.titles} language={language} text={(titles) => titles.summary} />
        </span>
      )}
      {entry.outdated && <span className={card.outdated}>{say('outdated.badge')}</span>}
    </PressCard>
  );
}
