import { type ReactNode, useRef } from 'react';
import type { Tint } from '../../core/domain/topic.ts';
import { useArrival } from '../hooks/use-arrival.ts';
import { Bar } from '../visitor/bar.tsx';
import { Header } from '../visitor/header.tsx';
import { useVisit } from '../visitor/use-visit.ts';
import styles from './frame.module.css';
import { ScrollArea } from './scroll-area.tsx';

type Props = {
  readonly tint?: Tint | undefined;
  readonly layout?: 'wide' | 'split';
  /** How many more things follow that are not loaded yet. */
  readonly unloaded?: number;
  readonly children: ReactNode;
};

/**
 * What every screen of a visit stands in: the name and the language above, the bar that never moves below.
 * What stands between them is made anew for every place; only a flow goes from question to question in place.
 */
export function Frame({ tint, layout = 'wide', unloaded = 0, children }: Props) {
  const visit = useVisit();
  const main = useRef<HTMLElement>(null);
  useArrival(main, visit);
  return (
    <div className={styles.frame} data-tint={tint}>
      <Header />
      <main key={visit.places.length} ref={main} className={styles.main} data-moved={visit.moved}>
        <ScrollArea of="page" content={`${styles.content} ${styles[layout]}`} at={visit} unloaded={unloaded}>
          {children}
        </ScrollArea>
      </main>
      <Bar />
    </div>
  );
}
