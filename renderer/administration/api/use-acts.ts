import { useState } from 'react';
import type { Asked, Reply, Route } from '../../../core/contract/administration/route.ts';
import { AskError, type AskFault, ask } from './ask.ts';

/** What a screen says of what was done last. */
export type Acts = {
  readonly said: string;
  readonly fault: AskFault | undefined;
  /** Asks a route that changes something; `told` makes of its reply what is said. */
  readonly act: <R extends Route>(
    route: R,
    asked: Asked<R>,
    told: (reply: Reply<R>) => string,
  ) => Promise<void>;
  /** Says what was done elsewhere, and asks the page anew. */
  readonly tell: (text: string) => void;
};

/** Doing things on a screen: each closes what stands over the page (`close`), says how it went, and asks the page anew (`again`). */
export function useActs(again: () => Promise<void>, close: () => void): Acts {
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<AskFault>();
  return {
    said,
    fault,
    act: async (route, asked, told) => {
      close();
      setSaid('');
      setFault(undefined);
      try {
        setSaid(told(await ask(route, asked)));
      } catch (error) {
        setFault(error instanceof AskError ? error.fault : 'unavailable');
      }
      await again();
    },
    tell: (text) => {
      close();
      setFault(undefined);
      setSaid(text);
      void again();
    },
  };
}
