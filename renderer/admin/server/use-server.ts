import { useCallback, useEffect, useState } from 'react';
import type { ServerResult, ServerStatus } from '../../../core/contract/admin.ts';
import { kiosk } from '../../kiosk.ts';

/** What is going on, and what came of what went before. */
export type ServerWork = 'tell' | 'enrol';
export type ServerSaid = { readonly work: ServerWork; readonly result: ServerResult };

/** The server of this kiosk, and what can be done with it. One thing at a time. */
export type KioskServer = {
  readonly status: ServerStatus | 'loading' | 'failed';
  readonly busy: ServerWork | undefined;
  readonly said: ServerSaid | undefined;
  readonly tell: () => void;
  /** True once the server agreed. */
  readonly enrol: (wanted: { server: string; code: string }) => Promise<boolean>;
};

const BROKEN: ServerResult = { kind: 'failed', fault: 'unknown', message: '' };

/** Keeps what main tells of the server. */
export function useServer(): KioskServer {
  const [status, setStatus] = useState<KioskServer['status']>('loading');
  const [busy, setBusy] = useState<ServerWork>();
  const [said, setSaid] = useState<ServerSaid>();

  const refresh = useCallback(
    async () => setStatus(await kiosk.invoke('admin:server', {}).catch(() => 'failed' as const)),
    [],
  );
  useEffect(() => void refresh(), [refresh]);

  const during = useCallback(
    async (work: ServerWork, ask: () => Promise<ServerResult>) => {
      setBusy(work);
      setSaid(undefined);
      const result = await ask().catch(() => BROKEN); // A refusal is main's to log.
      await refresh();
      setSaid({ work, result });
      setBusy(undefined);
      return result.kind === 'done';
    },
    [refresh],
  );
  const tell = useCallback(() => void during('tell', () => kiosk.invoke('admin:tell', {})), [during]);
  const enrol = useCallback(
    (wanted: { server: string; code: string }) => during('enrol', () => kiosk.invoke('admin:enrol', wanted)),
    [during],
  );
  return { status, busy, said, tell, enrol };
}
