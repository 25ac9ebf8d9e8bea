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

/**
 * Doing things on a screen: each closes what stands over the page (`close`), says how it went, and asks the page anew (`again`).
 * Where the server first wants to know who is here, `prove` gets what was begun, to go on with it.
 */
export function useActs(
  again: () => Promise<void>,
  close: () => void,
  prove?: (goOn: () => void) => void,
): Acts {
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<AskFault>();
  const act: Acts['act'] = async (route, asked, told) => {
    close();
    setSaid('');
    setFault(undefined);
    try {
      setSaid(told(await ask(route, asked)));
    } catch (error) {
      const why = error instanceof AskError ? error.fault : 'unavailable';
      if (why === 'prove-again' && prove !== undefined) return prove(() => void act(route, asked, told));
      setFault(why);
    }
    await again();
  };
  return {
    said,
    fault,
    act,
    tell: (text) => {
      close();
      setFault(undefined);
      setSaid(text);
      void again();
    },
  };
}
