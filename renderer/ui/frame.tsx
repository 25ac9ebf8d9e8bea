import { type ReactNode, useEffect, useRef } from 'react';
import type { Tint } from '../../core/domain/topic.ts';
import { Bar } from '../visitor/bar.tsx';
import { LanguageButton } from '../visitor/language-button.tsx';
import { useVisit } from '../visitor/use-visit.ts';
import styles from './frame.module.css';
import { Logo } from './logo.tsx';

type Props = {
  readonly tint?: Tint | undefined;
  readonly layout?: 'wide' | 'split';
  readonly children: ReactNode;
};

/**
 * What every screen of a visit stands in: the name and the language above, the bar that never moves below.
 * A new screen takes the focus to its heading, so that those who hear the screen hear where they are.
 */
export function Frame({ tint, layout = 'wide', children }: Props) {
  const { visit } = useVisit();
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    const heading = main.current?.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
    document.title = heading?.textContent ?? '';
  }, []);
  return (
    <div className={styles.frame} data-tint={tint}>
      <header className={styles.header}>
        <Logo />
        <LanguageButton />
      </header>
      <main ref={main} className={`${styles.main} ${styles[layout]}`} data-moved={visit.moved}>
        {children}
      </main>
      <Bar />
    </div>
  );
}
