import { useLayoutEffect, useState } from 'react';
import { useWords } from '../../hooks/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Frame } from '../../ui/frame.tsx';
import halves from '../../ui/halves.module.css';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { FilterBar } from '../directory/filter-bar.tsx';
import { FilterSheet } from '../directory/filter-sheet.tsx';
import { NoServices } from '../directory/no-services.tsx';
import { ServiceCard } from '../directory/service-card.tsx';
import { useServiceList } from '../directory/use-service-list.ts';
import { tintOfTopics } from '../tint-of-topics.ts';
import { useTools } from '../use-visit.ts';
import type { ServicesKept } from '../visit.ts';
import styles from './services.module.css';

const cardOf = (id: string | undefined) =>
  document.querySelector<HTMLElement>(`[data-service="${CSS.escape(id ?? '')}"]`);

/** The directory: what is near, and how to choose from it. */
export function ServicesScreen({ kept }: { readonly kept: ServicesKept }) {
  const say = useWords();
  const { home, open } = useTools();
  const { filters, page, choose, more } = useServiceList(kept);
  const [choosing, setChoosing] = useState(false);
  // Whoever comes back from a service finds the list where it was.
  // No value is given back: newer Chromium makes it a promise, and React takes what an effect gives for its end.
  useLayoutEffect(() => {
    cardOf(kept.opened)?.scrollIntoView({ block: 'center' });
  }, [kept]);
  const showMore = async () => {
    const shown = page.services.length;
    await more();
    // The button may be gone; whoever stood on it goes on with the first of what came.
    cardOf(kept.page.services[shown]?.id)?.focus({ preventScroll: true });
  };
  const tint = tintOfTopics(home, filters.topic === undefined ? [] : [filters.topic]);
  const unloaded = page.total - page.services.length;
  return (
    <Frame tint={tint} unloaded={unloaded}>
      <div className={styles.services}>
        <ScrollArea of="half" className={halves.upper} content={`${styles.head} ${halves.stand}`}>
          <h1>{say('directory.title')}</h1>
          <p role="status">{say('directory.count', { count: page.total })}</p>
        </ScrollArea>
        <ScrollArea of="half" className={halves.lower} content={styles.lower} unloaded={unloaded}>
          <div className={styles.bar}>
            <FilterBar filters={filters} choose={choose} openSheet={() => setChoosing(true)} />
          </div>
          <ScrollArea
            className={styles.scroll}
            content={page.total === 0 ? styles.none : undefined}
            at={kept.filters}
            unloaded={unloaded}
          >
            <div className={styles.found}>
              {page.total === 0 ? (
                <NoServices filters={kept.filters} choose={choose} />
              ) : (
                <ul>
                  {page.services.map((service) => (
                    <li key={service.id} data-item>
                      <ServiceCard
                        service={service}
                        tint={tint ?? tintOfTopics(home, service.topics)}
                        openIt={() => {
                          kept.opened = service.id;
                          open({ kind: 'service', id: service.id });
                        }}
                      />
                    </li>
                  ))}
                </ul>
              )}
              {page.page + 1 < page.pages && <Button label={say('directory.more')} onPress={showMore} />}
            </div>
          </ScrollArea>
        </ScrollArea>
      </div>
      {choosing && (
        <FilterSheet filters={filters} page={page} choose={choose} close={() => setChoosing(false)} />
      )}
    </Frame>
  );
}
