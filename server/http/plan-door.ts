import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import type { FastifyInstance, FastifyServerFactory } from 'fastify';
import { Counter, type Registry } from 'prom-client';
import type { PlanAnswer, PlanAnswers } from '../rollouts/plan-answers.ts';

const PLANS = '/api/v1/plans/';

/** Those of Fastify's settings that are about the server of Node. */
type ServerSettings = {
  readonly http?: ServerOptions;
  readonly requestTimeout: number;
  readonly keepAliveTimeout: number;
};

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
export function planDoor(answers: PlanAnswers): PlanDoor {
  const given = { unchanged: 0, whole: 0 };
  let closing = false;
  const answered = (request: IncomingMessage, response: ServerResponse): boolean => {
    const { url = '', method } = request;
    if (method !== 'GET' || closing || !url.startsWith(PLANS)) return false;
    const answer = answers.fresh(url.slice(PLANS.length));
    if (answer === undefined) return false;
    const isUnchanged = isSame(answer, request.headers['if-none-match']);
    given[isUnchanged ? 'unchanged' : 'whole'] += 1;
    if (isUnchanged) response.writeHead(304, answer.unchangedInTurns).end();
    else response.writeHead(200, answer.heads).end(answer.body);
    return true;
  };
  return {
    serverFactory: (handler, options) => {
      // What Fastify sets on a server that it makes itself.
      const { http, requestTimeout, keepAliveTimeout } = options as ServerSettings;
      const server: Server = createServer(
        // A GET has no body: without a stream for it, a sixth of the work is saved.
        { ...http, requestTimeout, keepAliveTimeout, optimizeEmptyRequests: true },
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

/** Does whoever asks have this already? A cache on the way may have written W/ before it. */
export function isSame({ etag }: PlanAnswer, asked: string | undefined): boolean {
  return asked !== undefined && (asked === etag || asked === `W/${etag}`);
}
