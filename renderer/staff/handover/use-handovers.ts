import { useCallback, useEffect, useState } from 'react';
import type { DeskHandover, DeskPartner, Handovers } from '../../../core/contract/desk/handover.ts';
import type { HandoverState } from '../../../core/domain/desk/handover.ts';
import type { Sealed } from '../../../core/domain/desk/sealed.ts';
import { kiosk } from '../../kiosk.ts';

/** Often enough that the desk sees what a partner said while somebody waits for it. */
const ASK_MS = 5_000;

/** What went wrong last, for a sentence. */
export type HandoverFault = 'notKept' | 'noPartner' | 'otherKey' | 'notNow' | 'failed';

/** The handovers of this desk, and what can be done with them. */
export type HandoversHere = {
  readonly seen: Handovers | 'loading' | 'failed';
  readonly fault: HandoverFault | undefined;
  readonly give: (partner: DeskPartner, sealed: Sealed | null) => Promise<DeskHandover | undefined>;
  readonly tell: (handover: DeskHandover, to: HandoverState) => Promise<void>;
};

/** Keeps the handovers of this desk as main tells them. */
export function useHandovers(): HandoversHere {
  const [seen, setSeen] = useState<HandoversHere['seen']>('loading');
  const [fault, setFault] = useState<HandoverFault>();
  const refresh = useCallback(async () => {
    const now = await kiosk.invoke('handover:list', {}).catch(() => 'failed' as const); // A refusal is main's to log.
    // What is there stays when one look fails: somebody may be typing.
    setSeen((before) => (now === 'failed' && typeof before !== 'string' ? before : now));
  }, []);
  useEffect(() => {
    void refresh();
    const timer = setInterval(() => void refresh(), ASK_MS);
    return () => clearInterval(timer);
  }, [refresh]);

  const give = useCallback(
    async ({ id, recipient }: DeskPartner, sealed: Sealed | null) => {
      const result = await kiosk
        .invoke('handover:give', { partner: id, recipient, sealed })
        .catch(() => undefined);
      setFault(
        result?.kind === 'given'
          ? undefined
          : result?.kind === 'no-partner'
            ? 'noPartner'
            : result?.kind === 'other-key'
              ? 'otherKey'
              : result === undefined
                ? 'failed'
                : 'notKept',
      );
      await refresh();
      return result?.kind === 'given' ? result.handover : undefined;
    },
    [refresh],
  );
  const tell = useCallback(
    async ({ id }: DeskHandover, to: HandoverState) => {
      const after = await kiosk.invoke('handover:say', { id, to }).catch(() => undefined);
      setFault(after === undefined ? 'failed' : after === null ? 'notNow' : undefined);
      await refresh();
    },
    [refresh],
  );
  return { seen, fault, give, tell };
}
