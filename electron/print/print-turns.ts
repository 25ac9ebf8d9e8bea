import type { PrintResult } from '../../core/contract/print.ts';

/** Printing, one at a time: there is one visitor. */
export type PrintTurns = {
  /**
   * Prints when nothing else is being printed. What was cancelled a moment ago is waited for, and may be cancelled while
   * it waits; anything else that goes on is no reason to wait, and this one fails. Gives what `act` does.
   */
  readonly take: (act: (signal: AbortSignal) => Promise<PrintResult>) => Promise<PrintResult>;
  /** Takes back all that was asked for: what is being printed, and what waits. */
  readonly cancel: () => void;
};

/** Turns of which none is taken yet. */
export function printTurns(): PrintTurns {
  const asked = new Set<AbortController>();
  let busy: { readonly signal: AbortSignal; readonly done: Promise<unknown> } | undefined;
  return {
    take: async (act) => {
      const control = new AbortController();
      const { signal } = control;
      asked.add(control);
      try {
        // The visitor before may have left a moment ago: what was printed then is being taken back.
        if (busy?.signal.aborted) await Promise.race([busy.done, aborted(signal)]);
        if (signal.aborted) return 'cancelled';
        if (busy !== undefined) return 'failed';
        const done = act(signal).finally(() => {
          busy = undefined;
        });
        busy = { signal, done: done.catch(() => undefined) };
        return await done;
      } finally {
        asked.delete(control);
      }
    },
    cancel: () => {
      for (const control of asked) control.abort();
    },
  };
}

/** Resolves when it is taken back. */
function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
