import type { IconNode } from 'lucide';
import { useEffect, useSyncExternalStore } from 'react';
import type { Language } from '../../core/domain/words.ts';

/** A way from any sheet to somewhere that must always be near, with the words on its button. */
type SheetWay = {
  readonly label: string;
  readonly language: Language;
  readonly icon: IconNode;
  readonly go: () => void;
};

/** The newest stands last: the screen that was opened last says where its sheets lead. */
let ways: readonly SheetWay[] = [];
const hearers = new Set<() => void>();

/**
 * While the component is there, every sheet that lies over the screen has this way out of it: under an open sheet nothing can be
 * pressed, so closing it first would be one touch more. Undefined: none. It stands outside of React's tree, because sheets do that know
 * nothing of the screen below, such as the display help.
 */
export function useSheetWay(way: SheetWay | undefined): void {
  useEffect(() => {
    if (way === undefined) return;
    become([...ways, way]);
    return () => become(ways.filter((each) => each !== way));
  }, [way]);
}

/** The way out of a sheet that there is now, if any. */
export function useWayOut(): SheetWay | undefined {
  return useSyncExternalStore(hear, newest, newest);
}

function become(next: readonly SheetWay[]): void {
  ways = next;
  for (const each of hearers) each();
}

function hear(changed: () => void): () => void {
  hearers.add(changed);
  return () => void hearers.delete(changed);
}

function newest(): SheetWay | undefined {
  return ways.at(-1);
}
