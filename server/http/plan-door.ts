import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyServerFactory } from 'fastify';
import { Counter, type Registry } from 'prom-client';
import { SIGNATURE_HEADER } from '../../core/contract/sync/batch.ts';
import type { PlanAnswer, PlanAnswers } from '../rollouts/plan-answers.ts';

const PLANS = '/api/v1/plans/';
/** A cache before the server may answer for it for so many seconds: a hold is told so much later. */
const CACHED = 'public, max-age=15';

/** The door before the server: it knows the answers to what devices ask most. */
export type PlanDoor = {
  readonly serverFactory: FastifyServerFactory;
  /** Ties it to the app that it stands before. */
  readonly attach: (app: FastifyInstance, registry: Registry) => void;
};

/**
 * Answers what every device asks again and again, mostly "nothing new", before Fastify and all its hooks: they take longer than the
 * answer. Only what `answers` has fresh in memory is answered here; all else goes the usual way. Nothing of it is logged.
 */
export function planDoor(
  answers: PlanAnswers,
  { requestTimeout }: { readonly requestTimeout: number },
): PlanDoor {
  const given = { unchanged: 0, whole: 0 };
  let closing = false;
  const answered = (request: IncomingMessage, response: ServerResponse): boolean => {
    const { url = '', method } = request;
    if (method !== 'GET' || closing || !url.startsWith(PLANS)) return false;
    const answer = answers.fresh(url.slice(PLANS.length));
    if (answer === undefined) return false;
    const isUnchanged = isSame(answer, request.headers['if-none-match']);
    given[isUnchanged ? 'unchanged' : 'whole'] += 1;
    response.writeHead(isUnchanged ? 304 : 200, headersOf(answer, isUnchanged));
    response.end(isUnchanged ? undefined : answer.body);
    return true;
  };
  return {
    serverFactory: (handler) => {
      const server: Server = createServer(
        {
          requestTimeout,
          headersTimeout: requestTimeout,
          // Node looks only now and then for those that are late.
          connectionsCheckingInterval: requestTimeout / 4,
          keepAliveTimeout: 72_000,
        },
        (request, response) => {
          if (!answered(request, response)) handler(request, response);
        },
      );
      return server;
    },
    attach: (app, registry) => {
      app.addHook('preClose', async () => {
        closing = true;
      });
      new Counter({
        name: 'balie_plans_from_memory_total',
        help: 'Plans that were answered before the routes, by what they were',
        labelNames: ['answer'],
        registers: [registry],
        collect() {
          this.reset();
          this.inc({ answer: 'unchanged' }, given.unchanged);
          this.inc({ answer: 'whole' }, given.whole);
        },
      });
    },
  };
}

/** The heads of an answer: with what the body needs, when there is one. */
export function headersOf(
  { etag, body, signature }: PlanAnswer,
  isUnchanged: boolean,
): Record<string, string> {
  if (isUnchanged) return { etag, 'cache-control': CACHED };
  return {
    etag,
    'cache-control': CACHED,
    'content-type': 'application/json',
    'content-length': String(body.length),
    [SIGNATURE_HEADER]: signature,
  };
}

/** Does whoever asks have this already? A cache on the way may have written W/ before it. */
export function isSame({ etag }: PlanAnswer, asked: string | undefined): boolean {
  return asked !== undefined && (asked === etag || asked === `W/${etag}`);
}
