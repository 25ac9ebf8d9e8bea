import { useEffect, useRef } from 'react';

/**
 * Gives a new screen its title, and its heading the focus, so that those who hear the page hear where they are (WCAG 2.4.3). Not
 * when the page was just loaded: then it is read from its beginning. `at`: another value is another screen.
 */
export function useHeading(at: string, product: string): (main: HTMLElement | null) => void {
  const first = useRef(true);
  const main = useRef<HTMLElement | null>(null);
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
  return (element) => {
    main.current = element;
  };
}
