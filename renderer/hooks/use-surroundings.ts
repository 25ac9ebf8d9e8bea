import { useMemo, useSyncExternalStore } from 'react';
import type { Surroundings } from '../../core/domain/display.ts';

const tall = matchMedia('(orientation: portrait)');
const contrast = matchMedia('(prefers-contrast: more), (forced-colors: active)');

/** The facts about this screen and its system that decide what a choice of display does; kept up to date. */
export function useSurroundings(): Surroundings {
  const isTall = useMatch(tall);
  const wantsContrast = useMatch(contrast);
  return useMemo(() => ({ tall: isTall, contrast: wantsContrast }), [isTall, wantsContrast]);
}

function useMatch(query: MediaQueryList): boolean {
  const matches = () => query.matches;
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    matches,
    matches, // Also while the app takes over the screen that the page came with: it is on this glass by then.
  );
}
