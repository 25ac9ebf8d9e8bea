import { useLayoutEffect, useState } from 'react';
import {
  attributesOf,
  type Display,
  type Scrolling,
  scrollingOf,
  USUAL_DISPLAY,
} from '../../core/domain/display.ts';
import { useSurroundings } from './use-surroundings.ts';

/** How the visitor sees the screens now, and the way to change that. */
export type DisplayState = {
  readonly display: Display;
  readonly change: (display: Display) => void;
  readonly scrolling: Scrolling;
};

/**
 * Keeps how the visitor wants to see the screens, and tells the style: attributes of the root element. It is kept in
 * this page and nowhere else, so that it ends with the visit.
 */
export function useDisplay(): DisplayState {
  const [display, change] = useState(USUAL_DISPLAY);
  const surroundings = useSurroundings();
  useLayoutEffect(() => {
    const { documentElement: page } = document;
    for (const [name, value] of Object.entries(attributesOf(display, surroundings))) {
      // Only what changes: writing an attribute makes the browser look at the style of the whole page again.
      if (value === undefined) page.removeAttribute(name);
      else if (page.getAttribute(name) !== value) page.setAttribute(name, value);
    }
  }, [display, surroundings]);
  return { display, change, scrolling: scrollingOf(display, surroundings) };
}
