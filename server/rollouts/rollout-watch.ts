import type { Logger } from 'pino';
import type { ServerStore } from '../store/open-server-store.ts';
import { judgeRollouts } from './judge-rollouts.ts';
import { lastTurn, noteListening } from './listening.ts';

const EVERY_MS = 30_000;
const TURN = 'judge-rollouts';

/** Watches the roll-outs until it is stopped. Of several instances one does so at a time. */
export function watchRollouts(store: ServerStore, log: Logger): { readonly stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const once = async () => {
    try {
      for (const rollout of await judgeInTurn(store, new Date()))
        log.warn({ rollout }, 'rollout-held-itself');
    } catch (err) {
      log.error({ err }, 'rollouts-not-judged');
    }
  };
  const next = () => {
    timer = setTimeout(() => {
      running = once().then(() => {
        if (!stopped) next();
      });
    }, EVERY_MS);
    timer.unref();
  };
  next();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}

/** Judges the roll-outs when it is the turn of this instance; the ids of those that held themselves. */
export async function judgeInTurn(store: ServerStore, now: Date): Promise<string[]> {
  const before = await lastTurn(store.db, TURN);
  if (!(await takeTurn(store, TURN, EVERY_MS, now))) return [];
  await noteListening(store.db, before, now);
  return judgeRollouts(store, now);
}

/**
 * Takes the turn for work that one instance does for all, at most once in `everyMs` milliseconds; false when another one took it. An
 * instance that dies in its turn keeps the others waiting that long. A turn of a time to come was taken by a clock that was ahead: nobody
 * waits for that day.
 */
export async function takeTurn(
  { db }: ServerStore,
  name: string,
  everyMs: number,
  now: Date,
): Promise<boolean> {
  const before = new Date(now.getTime() - everyMs / 2).toISOString();
  const ahead = new Date(now.getTime() + everyMs).toISOString();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('turns')
    .values({ name, taken_at: now.toISOString() })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ taken_at: now.toISOString() })
        .where((make) => make.or([make('turns.taken_at', '<', before), make('turns.taken_at', '>', ahead)])),
    )
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
