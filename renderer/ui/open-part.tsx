import type { RefObject } from 'react';
import { useArrival } from '../hooks/use-arrival.ts';
import { useShown } from '../hooks/use-shown.ts';
import type { Part } from './part.ts';
import { ScrollArea } from './scroll-area.tsx';

type Props = {
  readonly part: Part<string>;
  /** Whose part it is, in the name of its screen. */
  readonly of: 'staff' | 'admin';
  readonly main: RefObject<HTMLElement | null>;
  readonly className: string | undefined;
  readonly content: string | undefined;
};

/** The part that is open, made anew when another one is chosen. */
export function OpenPart({ part, of, main, className, content }: Props) {
  useArrival(main, part);
  useShown(`${of}-${part.id}`);
  return (
    <main key={part.id} ref={main} className={className}>
      <ScrollArea of="sheet" content={content}>
        <part.Screen />
      </ScrollArea>
    </main>
  );
}
