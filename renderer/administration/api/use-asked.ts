import { useCallback, useEffect, useState } from 'react';
import type { Asked, Reply, Route } from '../../../core/contract/administration/route.ts';
import { useAdministration } from '../use-administration.ts';
import { AskError, type AskFault, ask } from './ask.ts';

/** What a screen has of what it asked: nothing yet, the answer, or why there is none. `again` asks anew and keeps what there is. */
export type Answer<T> = {
  readonly value: T | undefined;
  readonly fault: AskFault | undefined;
  readonly again: () => Promise<void>;
};

/** Asks a route when the screen comes, and again when what is asked changes. */
export function useAsked<R extends Route>(route: R, asked: Asked<R>): Answer<Reply<R>> {
  const { signedOut } = useAdministration();
  const [state, setState] = useState<{ of: string; value?: Reply<R>; fault?: AskFault }>({ of: '' });
  const key = `${route.path} ${JSON.stringify(asked)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds what is asked
  const again = useCallback(async () => {
    try {
      const value = await ask(route, asked);
      setState({ of: key, value });
    } catch (error) {
      const fault = error instanceof AskError ? error.fault : 'unavailable';
      if (fault === 'not-signed-in') signedOut();
      setState((before) => ({ ...(before.of === key ? before : {}), of: key, fault }));
    }
  }, [key, signedOut]);
  useEffect(() => void again(), [again]);
  const mine = state.of === key;
  return { value: mine ? state.value : undefined, fault: mine ? state.fault : undefined, again };
}
