import type { HomePage } from '../../../core/contract/pages.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Frame } from '../../ui/frame.tsx';
import halves from '../../ui/halves.module.css';
import { Notice } from '../../ui/notice.tsx';
import { PictureOf } from '../../ui/picture.tsx';
import { Said } from '../../ui/said.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { NearCard } from '../directory/near-card.tsx';
import { useAwaitedDirectory } from '../directory/use-awaited-directory.ts';
import { TroubleNote } from '../trouble-note.tsx';
import { useTools } from '../use-visit.ts';
import styles from './home.module.css';

/** The topics as large tiles, and below them the way to all services. */
export function HomeScreen({ page }: { readonly page: HomePage }) {
  const say = useWords();
  const { language, open } = useTools();
  const hasDirectory = useAwaitedDirectory(page.directory);
  if (page.topics.length === 0) {
    return (
      <Notice picture="hand-helping" title={say('trouble.noContent')} lead={say('trouble.noContentLead')}>
        <TroubleNote troubles={page.troubles} />
      </Notice>
    );
  }
  return (
    <Frame>
      <div className={styles.home}>
        <ScrollArea of="half" className={halves.upper} content={`${styles.head} ${halves.stand}`}>
          <h1>{say('home.title')}</h1>
          <p>{say('home.lead')}</p>
          {page.fictional && <p className={styles.fictional}>{say('home.fictional')}</p>}
          <TroubleNote troubles={page.troubles} />
        </ScrollArea>
        <ScrollArea of="half" className={halves.lower} content={styles.room}>
          <ul className={styles.tiles}>
            {page.topics.map(({ topic, words }) => (
              <li key={topic.id} data-tint={topic.tint} data-item>
                <button
                  type="button"
                  className={styles.tile}
                  onClick={() => open({ kind: 'topic', id: topic.id })}
                >
                  <PictureOf name={topic.picture} />
                  <span className={styles.words}>
                    <span className={styles.name}>
                      <Said words={words} language={language} text={({ name }) => name} />
                    </span>
                    <span className={styles.hint}>
                      <Said words={words} language={language} text={({ hint }) => hint} />
                    </span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {hasDirectory && <NearCard title={say('directory.title')} filters={{}} />}
        </ScrollArea>
      </div>
    </Frame>
  );
}
