import { createContext } from 'react';
import type { Scrolling } from '../../core/domain/display.ts';

/** Which parts of the screens scroll in the display of this visitor. */
export const ScrollingContext = createContext<Scrolling>('part');
