import type { Clock } from '../../server/upkeep/start-upkeep.ts';

/** A clock that stands still until `pass` moves it on; what was to happen by then happens, in its order. */
export function aClock(start: string): Clock & {
  /** Lets milliseconds pass, and then waits until something is so. */
  readonly pass: (ms: number, until?: () => boolean) => Promise<void>;
} {
  let now = Date.parse(start);
  const waiting = new Set<{ readonly at: number; readonly act: () => void }>();
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return {
    now: () => new Date(now),
    later: (act, ms) => {
      const each = { at: now + ms, act };
      waiting.add(each);
      return () => waiting.delete(each);
    },
    pass: async (ms, until = () => true) => {
      const end = now + ms;
      for (;;) {
        const next = [...waiting].sort((one, other) => one.at - other.at)[0];
        if (next === undefined || next.at > end) break;
        waiting.delete(next);
        now = next.at;
        next.act();
        await turn();
      }
      now = end;
      while (!until()) await turn();
    },
  };
}
