import type { RefObject } from 'react';

/** What has the focus first when somebody opens a part with a key: `data-first` stands on it. */
const FIRST = '[data-first]';
/** A part that was just opened asks main what to show: so long it may take. */
const MOST_FRAMES = 60;

/** Gives the focus to the first thing of a part, as soon as it is there and has arrived. */
export function focusFirst(main: RefObject<HTMLElement | null>, frames = MOST_FRAMES): void {
  requestAnimationFrame(() => {
    const first = main.current?.querySelector<HTMLElement>(FIRST);
    if (first && main.current?.hasAttribute('data-arriving') === false) first.focus({ preventScroll: false });
    else if (frames > 0) focusFirst(main, frames - 1);
  });
}
