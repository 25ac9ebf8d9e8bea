import { createHash, type KeyObject } from 'node:crypto';
import { SIGNATURE_HEADER } from '../../core/contract/sync/batch.ts';
import { PLAN_KIND, SERVER_SIGNER } from '../../core/contract/sync/kinds.ts';
import { signDetached } from '../../trust/jws/detached-jws.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { planNumber } from './change-plan.ts';
import { readPlan } from './read-plan.ts';

/** A plan as it is sent: signed once, for all devices of a branch. */
export type PlanAnswer = {
  readonly etag: string;
  readonly body: Buffer;
  /** The heads that go with the body, and those that go with "nothing new". */
  readonly heads: Readonly<Record<string, string>>;
  readonly unchangedHeads: Readonly<Record<string, string>>;
  /** The last again, names and values in turns: as Node writes them quickest. */
  readonly unchangedInTurns: string[];
};

export type PlanAnswers = {
  /** The plan of a branch, `LIBRARY/BRANCH`; undefined when there is no such branch. */
  readonly find: (place: string) => Promise<PlanAnswer | undefined>;
  /** The same out of memory, when the store was asked less than a moment ago whether it still holds; else undefined. */
  readonly fresh: (place: string) => PlanAnswer | undefined;
};

/** A cache before the server may answer for it for so many seconds: a hold is told so much later. */
const CACHED = 'public, max-age=15';
/** For so long an answer is given without asking the store: a hold by another instance is told so much later. */
const FRESH_MS = 250;

type Known = { readonly answer: PlanAnswer; readonly number: number; checkedAt: number };

/**
 * Answers of this instance, each good as long as the number of its library's plan in the store stays what it was. What another instance
 * changes is seen here by that number. `clock`: milliseconds that only rise.
 */
export function planAnswers(
  store: ServerStore,
  key: KeyObject,
  clock = () => performance.now(),
): PlanAnswers {
  const known = new Map<string, Known>();
  const making = new Map<string, Promise<PlanAnswer | undefined>>();
  const find = async (place: string): Promise<PlanAnswer | undefined> => {
    const [library = '', branch = ''] = place.split('/');
    const asked = clock();
    const before = known.get(place);
    if (before !== undefined && before.number === (await planNumber(store, library))) {
      before.checkedAt = asked;
      return before.answer;
    }
    const plan = await readPlan(store, library, branch);
    if (plan === undefined) return undefined;
    const body = Buffer.from(JSON.stringify(plan));
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const unchangedHeads = { etag, 'cache-control': CACHED };
    const heads = {
      ...unchangedHeads,
      'content-type': 'application/json',
      'content-length': String(body.length),
      [SIGNATURE_HEADER]: signDetached(body, key, SERVER_SIGNER, PLAN_KIND),
    };
    const answer = {
      etag,
      body,
      heads,
      unchangedHeads,
      unchangedInTurns: Object.entries(unchangedHeads).flat(),
    };
    known.set(place, { answer, number: plan.number, checkedAt: asked });
    return answer;
  };
  return {
    find: (place) => {
      // Of many that ask at one moment, one asks the store.
      const running = making.get(place) ?? find(place).finally(() => making.delete(place));
      making.set(place, running);
      return running;
    },
    fresh: (place) => {
      const found = known.get(place);
      return found !== undefined && clock() - found.checkedAt < FRESH_MS ? found.answer : undefined;
    },
  };
}
