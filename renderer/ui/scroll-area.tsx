import { ChevronDown } from 'lucide';
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import type { Scrolling } from '../../core/domain/display.ts';
import { ScrollingContext } from '../hooks/scrolling-context.ts';
import { useWords } from '../hooks/use-words.ts';
import { Icon } from './icon.tsx';
import { moves } from './moves.ts';
import styles from './scroll-area.module.css';

/** How much of the height a press on "more" moves on: the last line stays in sight. */
const STEP = 0.8;
/** An item of which less than this is hidden counts as seen. */
const SLACK_PX = 24;

type Props = {
  /**
   * In which display it scrolls; in the others it is not there for the layout. What is in a sheet always scrolls, and so
   * does what stands beside a keyboard, which must stay where it is.
   */
  readonly of?: Scrolling | 'sheet';
  /** The class of the scrolling part, while it scrolls. */
  readonly className?: string | undefined;
  /** The class of what is in it, always. Without one, the children stand in the layout of the parent when nothing scrolls. */
  readonly content?: string | undefined;
  /** What stands in it: when that changes, it begins at its top again. */
  readonly at?: unknown;
  /** How many more things follow that are not in it yet: what comes by page is counted whole. */
  readonly unloaded?: number;
  readonly children: ReactNode;
};

/**
 * A part of the screen that can scroll, and says so: a large button with the count of what is still below.
 * The things that are counted carry `data-item`.
 */
export function ScrollArea({ of = 'part', className, content, at, unloaded = 0, children }: Props) {
  const say = useWords();
  const scrolling = useContext(ScrollingContext);
  const active = of === 'sheet' || of === scrolling;
  const area = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const scrolled = useRef(false);
  /** How many things are hidden below; undefined at the end. */
  const [left, setLeft] = useState<number>();
  const [above, setAbove] = useState(false);

  const look = useCallback(() => {
    const element = area.current;
    if (element === null) return;
    const edge = element.getBoundingClientRect().bottom;
    const end = element.scrollHeight - element.clientHeight - element.scrollTop <= 2;
    // What stands in a sheet over it is not part of it.
    const sheet = element.closest('dialog');
    const items = [...element.querySelectorAll('[data-item]')].filter(
      (item) => item.closest('dialog') === sheet,
    );
    const hidden = items.filter((item) => item.getBoundingClientRect().bottom > edge + SLACK_PX).length;
    // The button goes when there is nothing more; whoever stood on it stands on what was read, not nowhere.
    if (end && document.activeElement === button.current) element.focus({ preventScroll: true });
    setLeft(end ? undefined : hidden);
    scrolled.current = element.scrollTop > 0;
    setAbove(scrolled.current);
  }, []);

  const below = left === undefined ? 0 : Math.max(1, left + unloaded);

  // biome-ignore lint/correctness/useExhaustiveDependencies: something else stands in it then
  useLayoutEffect(() => {
    // Not where nothing was scrolled: writing it makes the browser lay out the page at once, in the middle of a tap.
    if (active && scrolled.current && area.current !== null) area.current.scrollTop = 0;
  }, [active, at]);

  useEffect(() => {
    const element = area.current;
    if (element === null || !active) return;
    // Called in every frame in which something has another size, the first one too: laid out and not yet painted,
    // so what is found here is still part of that frame, and nothing had to be laid out for it.
    const observer = new ResizeObserver(() => flushSync(look));
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [look, active]);

  const more = () =>
    area.current?.scrollBy({
      top: area.current.clientHeight * STEP,
      behavior: moves() ? 'smooth' : 'instant',
    });
  // With two keys there is no other way to read on, and back again from the end.
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    if (below > 0) more();
    else area.current?.scrollTo({ top: 0, behavior: moves() ? 'smooth' : 'instant' });
  };

  return (
    <div className={active ? `${styles.outer} ${className ?? ''}` : styles.still}>
      {/* A scrolling part must be reachable by keyboard: Chromium of the kiosk does not do so by itself. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what scrolls has no role; the keys scroll it */}
      <div
        ref={area}
        className={active ? styles.area : styles.still}
        onScroll={active ? look : undefined}
        onKeyDown={active ? press : undefined}
        tabIndex={active && (below > 0 || above) ? 0 : -1}
      >
        <div className={content ?? (active ? undefined : styles.still)}>{children}</div>
      </div>
      {active && below > 0 && (
        <>
          <div className={styles.fade} data-dense={of === 'sheet' || undefined} />
          <button
            ref={button}
            type="button"
            className={styles.more}
            data-dense={of === 'sheet' || undefined}
            onClick={more}
          >
            {say('more', { count: below })}
            <Icon of={ChevronDown} />
          </button>
        </>
      )}
    </div>
  );
}
