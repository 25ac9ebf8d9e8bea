import { ChevronDown } from 'lucide';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useWords } from '../hooks/use-words.ts';
import { Icon } from './icon.tsx';
import styles from './scroll-area.module.css';

/** How much of the height a press on "more" moves on: the last line stays in sight. */
const STEP = 0.8;
/** An item of which less than this is hidden counts as seen. */
const SLACK_PX = 24;

/**
 * A part of the screen that can scroll, and says so: a large button with the count of what is still below.
 * The things that are counted carry `data-item`.
 */
export function ScrollArea({
  className,
  children,
}: {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const say = useWords();
  const area = useRef<HTMLDivElement>(null);
  const [below, setBelow] = useState(0);

  const look = useCallback(() => {
    const element = area.current;
    if (element === null) return;
    const edge = element.getBoundingClientRect().bottom;
    const end = element.scrollHeight - element.clientHeight - element.scrollTop <= 2;
    const items = [...element.querySelectorAll('[data-item]')];
    setBelow(
      end
        ? 0
        : Math.max(1, items.filter((item) => item.getBoundingClientRect().bottom > edge + SLACK_PX).length),
    );
  }, []);

  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    // Called in every frame in which something has another size, the first one too: laid out and not yet painted,
    // so what is found here is still part of that frame, and nothing had to be laid out for it.
    const observer = new ResizeObserver(() => flushSync(look));
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [look]);

  const more = () => area.current?.scrollBy({ top: area.current.clientHeight * STEP, behavior: 'smooth' });

  return (
    <div className={`${styles.outer} ${className ?? ''}`}>
      {/* A scrolling part must be reachable by keyboard: Chromium of the kiosk does not do so by itself. */}
      <div ref={area} className={styles.area} onScroll={look} tabIndex={below > 0 ? 0 : -1}>
        <div>{children}</div>
      </div>
      {below > 0 && (
        <>
          <div className={styles.fade} />
          <button type="button" className={styles.more} onClick={more}>
            {say('more', { count: below })}
            <Icon of={ChevronDown} />
          </button>
        </>
      )}
    </div>
  );
}
