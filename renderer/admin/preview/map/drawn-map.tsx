import { ArrowLeft, Maximize, ZoomIn, ZoomOut } from 'lucide';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FlowPage } from '../../../../core/contract/pages.ts';
import type { PackInPreview } from '../../../../core/contract/preview.ts';
import { filledWords } from '../../../../core/domain/fill.ts';
import type { Id } from '../../../../core/domain/id.ts';
import { type Language, pick } from '../../../../core/domain/words.ts';
import { flowGraph, type PlacedCard } from '../../../../maps/flow-graph.ts';
import { walkingOrder } from '../../../../maps/walking-order.ts';
import { useArrival } from '../../../hooks/use-arrival.ts';
import { Icon } from '../../../ui/icon.tsx';
import { nameOf } from '../../../words/start-words.ts';
import { useAdminWords } from '../../use-admin-words.ts';
import styles from './flow-map.module.css';
import { MapCard } from './map-card.tsx';
import { around, isNear } from './map-view.ts';
import { MapWays } from './map-ways.tsx';
import { NodePanel } from './node-panel.tsx';
import { usePanZoom } from './use-pan-zoom.ts';

type DrawnProps = {
  readonly pack: Pick<PackInPreview, 'about'>;
  readonly page: FlowPage;
  /** What stands above the card of a question or outcome. */
  readonly notes?: ReadonlyMap<Id, string> | undefined;
  readonly back: () => void;
};

/** The way back from a map. */
export function Back({ back }: { readonly back: () => void }) {
  const { say } = useAdminWords();
  return (
    <button type="button" className={styles.button} onClick={back}>
      <Icon of={ArrowLeft} className="mirrored" />
      {say('preview.back')}
    </button>
  );
}

/** The map of a flow that is there, in the whole window. */
export function DrawnMap({ pack, page, notes, back }: DrawnProps) {
  const { say, language: own } = useAdminWords();
  const languages = useMemo(
    () => pack.about.languages.filter((code) => Object.hasOwn(page.texts, code)),
    [pack, page],
  );
  const [language, setLanguage] = useState<Language>(languages.includes(own) ? own : (languages[0] ?? own));
  const [chosen, setChosen] = useState<Id>();
  const main = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(main, page);

  const graph = useMemo(() => {
    const words = filledWords(page.texts, page)[language];
    if (words === undefined) throw new Error('The language was chosen from those of the flow.');
    const { parameters, today } = page;
    return flowGraph(page.flow, { words, language, parameters, today });
  }, [page, language]);
  const start = useMemo(
    () => graph.cards.find(({ id }) => id === graph.start) ?? { x: 0, y: 0, width: 0, height: 0 },
    [graph],
  );
  const { glass, view, size, step, fitAll, show, read } = usePanZoom(graph, start);
  const showLatest = useRef(show);
  showLatest.current = show;
  const reach = useCallback((card: PlacedCard) => {
    // Whoever goes from card to card by key sees where that leads; a finger is there already.
    if (document.activeElement?.matches(':focus-visible')) showLatest.current(card);
  }, []);
  const choose = useCallback((id: Id, byKey: boolean) => {
    setChosen(id);
    if (byKey) requestAnimationFrame(() => heading.current?.focus());
  }, []);
  const cardOf = (id: Id | undefined) => graph.cards.find((card) => card.id === id);

  // The panel takes room from the map: what was chosen must not lie below it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the room or the choice changes
  useEffect(() => {
    const card = cardOf(chosen);
    if (card !== undefined) read(card);
  }, [chosen, size]);

  const order = useMemo(() => new Map(walkingOrder(page.flow).map((id, index) => [id, index])), [page]);
  const cards = graph.cards
    .filter((card) => card.id === chosen || isNear(view, card, size))
    .sort((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0));
  const near = graph.edges.filter(({ points }) => isNear(view, around(points), size));
  const key = near.map((edge) => graph.edges.indexOf(edge)).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same ways are the same list, or each step would draw them all
  const edges = useMemo(() => near, [graph, key]);
  const close = () => {
    const id = chosen;
    setChosen(undefined);
    glass.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id ?? '')}"]`)?.focus();
  };

  return (
    <main ref={main} className={styles.whole} data-chosen={chosen}>
      <header className={styles.head}>
        <Back back={back} />
        <h1>{say('preview.mapOf', { title: pick(page.texts, own)?.value.title ?? page.flow.id })}</h1>
        {languages.length > 1 && (
          <fieldset className={styles.group} aria-label={say('preview.mapLanguage')}>
            {languages.map((code) => (
              <button
                key={code}
                type="button"
                lang={code}
                className={styles.button}
                aria-pressed={code === language}
                onClick={() => setLanguage(code)}
              >
                {nameOf(code)}
              </button>
            ))}
          </fieldset>
        )}
        <div className={styles.group}>
          <button
            type="button"
            className={styles.round}
            aria-label={say('preview.zoomOut')}
            onClick={() => step(-1)}
          >
            <Icon of={ZoomOut} />
          </button>
          <button
            type="button"
            className={styles.round}
            aria-label={say('preview.zoomIn')}
            onClick={() => step(1)}
          >
            <Icon of={ZoomIn} />
          </button>
          <button type="button" className={styles.round} aria-label={say('preview.all')} onClick={fitAll}>
            <Icon of={Maximize} />
          </button>
        </div>
      </header>
      <div className={styles.body}>
        <section
          ref={glass}
          className={styles.glass}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the map
          tabIndex={0}
          aria-label={say('preview.mapHelp')}
          data-scale={view.scale.toFixed(3)}
          dir="ltr"
        >
          <div
            className={styles.plane}
            style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
          >
            <MapWays graph={graph} edges={edges} chosen={chosen} />
            {cards.map((card) => (
              <MapCard
                key={card.id}
                card={card}
                language={language}
                start={card.id === graph.start ? say('preview.start') : undefined}
                note={notes?.get(card.id)}
                chosen={card.id === chosen}
                choose={choose}
                reach={reach}
              />
            ))}
          </div>
          {chosen === undefined && <p className={styles.help}>{say('preview.mapHelp')}</p>}
        </section>
        {chosen !== undefined && (
          <NodePanel
            page={page}
            id={chosen}
            languages={languages}
            heading={heading}
            go={setChosen}
            close={close}
          />
        )}
      </div>
    </main>
  );
}
