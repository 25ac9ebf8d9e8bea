import type { Entry, TopicPage } from '../../../core/contract/pages.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Frame } from '../../ui/frame.tsx';
import halves from '../../ui/halves.module.css';
import { PictureOf } from '../../ui/picture.tsx';
import { Said } from '../../ui/said.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { NearCard } from '../directory/near-card.tsx';
import { EntryCard } from '../entry-card.tsx';
import { useTools } from '../use-visit.ts';
import styles from './topic.module.css';

/** A topic: first what we find out together, then what can be read, then who is near. */
export function TopicScreen({ page }: { readonly page: TopicPage }) {
  const say = useWords();
  const { language } = useTools();
  const flows = page.entries.filter(({ kind }) => kind === 'flow');
  const articles = page.entries.filter(({ kind }) => kind === 'article');
  return (
    <Frame tint={page.topic.tint}>
      <div className={styles.topic}>
        <ScrollArea of="half" className={halves.upper} content={halves.stand}>
          <div className={styles.head}>
            <PictureOf name={page.topic.picture} size="large" />
            <div>
              <h1>
                <Said words={page.words} language={language} text={({ name }) => name} />
              </h1>
              <p>{say('topic.lead')}</p>
            </div>
          </div>
        </ScrollArea>
        <ScrollArea of="half" className={halves.lower}>
          <ScrollArea>
            <div className={styles.lists}>
              {flows.length > 0 && <EntryList title={say('topic.flows')} entries={flows} large />}
              {articles.length > 0 && <EntryList title={say('topic.articles')} entries={articles} />}
              {page.services > 0 && (
                <section>
                  <h2>{say('directory.near')}</h2>
                  <NearCard
                    title={say('directory.count', { count: page.services })}
                    filters={{ topic: page.topic.id }}
                  />
                </section>
              )}
            </div>
          </ScrollArea>
        </ScrollArea>
      </div>
    </Frame>
  );
}

function EntryList({
  title,
  entries,
  large = false,
}: {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly large?: boolean;
}) {
  return (
    <section className={large ? styles.large : styles.small}>
      <h2>{title}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id} data-item>
            <EntryCard entry={entry} large={large} />
          </li>
        ))}
      </ul>
    </section>
  );
}
