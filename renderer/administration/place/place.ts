import { useSyncExternalStore } from 'react';

/** Below this, the page itself knows what its addresses mean. */
const BASE = '/administration/';

/** Where in the administration the page is: the parts of its path, and what stands behind the question mark. */
export type Place = { readonly path: readonly string[]; readonly query: URLSearchParams };

/** The place of an address; undefined when it is not one of the administration. */
export function readPlace({ pathname, search }: { pathname: string; search: string }): Place | undefined {
  if (!pathname.startsWith(BASE)) return undefined;
  const path = pathname
    .slice(BASE.length)
    .split('/')
    .filter((part) => part !== '')
    .map((part) => decoded(part));
  return { path, query: new URLSearchParams(search) };
}

/** The address of a place. */
export function hrefOf(path: readonly string[], query: Readonly<Record<string, string | undefined>> = {}) {
  const asked = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString();
  return `${BASE}${path.map(encodeURIComponent).join('/')}${asked === '' ? '' : `?${asked}`}`;
}

const MOVED = 'balie:moved';

/** Goes to an address of the administration without loading the page again. `instead` leaves no way back to where it was. */
export function goTo(href: string, { instead = false } = {}): void {
  if (instead) history.replaceState(null, '', href);
  else history.pushState(null, '', href);
  dispatchEvent(new Event(MOVED));
}

/** The address of the page now: another one after each move. */
export function useAddress(): string {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('popstate', changed);
      addEventListener(MOVED, changed);
      return () => {
        removeEventListener('popstate', changed);
        removeEventListener(MOVED, changed);
      };
    },
    () => location.pathname + location.search,
  );
}

/** What somebody typed by hand may be no good UTF-8. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
