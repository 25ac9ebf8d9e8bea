import { type ReactNode, useState } from 'react';
import { ProveDialog } from './prove-dialog.tsx';

/**
 * Asks who is here where the server wants to know that first. `prove` gets what was begun, to go on with it; `asking` stands over the page
 * and over what stands there already: nothing that was typed is lost.
 */
export function useProof(): { readonly prove: (goOn: () => void) => void; readonly asking: ReactNode } {
  const [waiting, setWaiting] = useState<() => void>();
  return {
    prove: (goOn) => setWaiting(() => goOn),
    asking: waiting !== undefined && (
      <ProveDialog
        proved={() => {
          setWaiting(undefined);
          waiting();
        }}
        close={() => setWaiting(undefined)}
      />
    ),
  };
}
