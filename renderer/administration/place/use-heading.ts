import { type RefObject, useEffect, useRef } from 'react';

/**
 * Gives a new screen its title, and its heading the focus, so that those who hear the page hear where they are (WCAG 2.4.3). Not
 * when the page was just loaded: then it is read from its beginning. `at`: another value is another screen.
 */
export function useHeading(main: RefObject<HTMLElement | null>, at: string, product: string): void {
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is another screen
  useEffect(() => {
    const heading = main.current?.querySelector('h1');
    // A heading may change once it is known what the screen is about: the title says what it says.
    const tell = () => {
      const said = main.current?.querySelector('h1')?.textContent ?? '';
      document.title = `${said} · ${product}`;
    };
    tell();
    const observer = new MutationObserver(tell);
    if (main.current !== null)
      observer.observe(main.current, { subtree: true, childList: true, characterData: true });
    if (first.current) first.current = false;
    else {
      scrollTo(0, 0);
      heading?.setAttribute('tabindex', '-1');
      heading?.focus({ preventScroll: true });
    }
    return () => observer.disconnect();
  }, [at, product]);
}
