import { join } from 'node:path';
import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifySwagger from '@fastify/swagger';
import fastify, { type FastifyInstance, type FastifyReply, LogController } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { USUAL_RULES } from '../core/domain/alerts/alert-rules.ts';
import { makeOidc } from './accounts/oidc.ts';
import type { OidcSettings } from './accounts/oidc-settings.ts';
import { serveAccounts } from './accounts/serve-accounts.ts';
import type { AlertSettings } from './alerts/alert-settings.ts';
import { serveAdministrationPages } from './http/administration-pages.ts';
import { serveDocs } from './http/docs-page.ts';
import { logRequests } from './http/log.ts';
import { serveMetrics } from './http/metrics.ts';
import { planDoor } from './http/plan-door.ts';
import { RefusedError, refusalOf } from './http/refusal.ts';
import { serveRepository } from './http/repository-files.ts';
import { openedVersions } from './packs/opened-versions.ts';
import { planAnswers } from './rollouts/plan-answers.ts';
import { watchRollouts } from './rollouts/rollout-watch.ts';
import { serveAdministration } from './routes/administration/serve-administration.ts';
import { serveSetAside } from './routes/administration/set-aside.ts';
import { serveAlerts } from './routes/alerts.ts';
import { serveBatches } from './routes/batches.ts';
import { serveEnrolments } from './routes/enrolments.ts';
import { serveHandovers } from './routes/handovers.ts';
import { serveHealth } from './routes/health.ts';
import { servePartnerPage } from './routes/partner-page.ts';
import { servePeople } from './routes/people.ts';
import { servePlans } from './routes/plans.ts';
import { servePublications } from './routes/publications.ts';
import { servePublishers } from './routes/publishers.ts';
import { serveReports } from './routes/reports.ts';
import type { ServerStore } from './store/open-server-store.ts';
import { openServerKey } from './store/server-key.ts';

/** How often one address may ask in a minute, at this instance. A whole library may share an address. */
export type Limits = {
  readonly enrolments: number;
  readonly batches: number;
  /** On the page of partners. */
  readonly codes?: number;
  /** A request that takes longer to arrive is given up: slow ones hold no places. */
  readonly requestMs?: number;
};

const CODES = 60;
const LIMITS: Limits = { enrolments: 30, batches: 3_000 };
/**
 * What a server is told besides where its store is. `origin`: the address that browsers use for the administration, as
 * `https://balie.example`; without, only the own computer reaches it. `signIns`: how often one
 * address may try to sign in, in a minute, at this instance. `oidc`: the sign-in of the organisation.
 * `proxies`: addresses and networks of web servers elsewhere that are believed when they say who asks.
 * `alerts`: from when on a device has something wrong.
 */
export type Settings = {
  readonly origin?: string;
  readonly signIns?: number;
  readonly oidc?: OidcSettings;
  readonly proxies?: readonly string[];
  readonly alerts?: Pick<AlertSettings, 'rules'>;
};

const SIGN_INS = 20;
const SLOWEST_REQUEST_MS = 30_000;

/**
 * The server over an open store, which it closes when it is closed itself. Requests that run are finished first.
 * The repository that it hands out is the folder `repository` in the data folder.
 */
export async function makeApp(
  store: ServerStore,
  log: Logger,
  limits: Limits = LIMITS,
  settings: Settings = {},
): Promise<FastifyInstance> {
  const { requestMs = SLOWEST_REQUEST_MS } = limits;
  const serverKey = await openServerKey(store);
  await store.secrets(); // a server without the right key does not start
  const answers = planAnswers(store, serverKey);
  const door = planDoor(answers);
  const app = fastify({
    serverFactory: door.serverFactory,
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }), // log.ts writes its own lines
    // A web server on this computer, or one that the operator named, says who asks; nobody else is believed.
    trustProxy: ['loopback', ...(settings.proxies ?? [])],
    requestTimeout: requestMs,
    // Node looks only now and then for those that are late.
    http: { headersTimeout: requestMs, connectionsCheckingInterval: requestMs / 4 },
    bodyLimit: 64 * 1024,
  }) as unknown as FastifyInstance;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);

  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
  });
  await app.register(fastifyRateLimit, { global: false });
  await app.register(fastifySwagger, {
    openapi: { info: { title: 'Balie server', version: '1' } },
    transform: jsonSchemaTransform,
  });
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.why === 'unavailable') request.log.error({ err: error }, 'request-failed');
    return refuse(reply, refusal);
  });
  app.setNotFoundHandler((_request, reply) =>
    refuse(reply, new RefusedError('not-found', 'There is nothing here.')),
  );
  logRequests(app);

  const metrics = serveMetrics(app, store);
  door.attach(app, metrics.registry);
  serveHealth(app, store);
  serveDocs(app);
  serveEnrolments(app, store, serverKey, limits.enrolments);
  serveBatches(app, store, serverKey, metrics, limits.batches);
  servePeople(app, store, serverKey, limits.batches);
  servePublications(app, store, serverKey, limits.batches);
  servePlans(app, answers, limits.batches);
  serveHandovers(app, store, serverKey, limits.batches);
  servePartnerPage(app, store, limits.codes ?? CODES);
  await serveAccounts(app, {
    store,
    origin: settings.origin,
    limited: {
      bodyLimit: 16 * 1024,
      config: { rateLimit: { max: settings.signIns ?? SIGN_INS, timeWindow: '1 minute' } },
    },
    oidc: settings.oidc === undefined ? undefined : makeOidc(store, settings.oidc),
  });
  const today = () => new Date().toISOString().slice(0, 10);
  const versions = openedVersions(join(store.data, 'repository'), today);
  app.addHook('onClose', async () => versions.close());
  serveAdministration(app, store, settings.alerts?.rules ?? USUAL_RULES, { versions, today });
  await serveAdministrationPages(app);
  serveAlerts(app, store);
  serveSetAside(app, store);
  serveReports(app, store, versions);
  servePublishers(app);
  await serveRepository(app, join(store.data, 'repository'));
  const watch = watchRollouts(store, log);
  app.addHook('onClose', async () => {
    await watch.stop();
    await store.close();
  });
  await app.ready();
  return app;
}

function refuse(reply: FastifyReply, { why, message, statusCode }: RefusedError) {
  return reply
    .code(statusCode)
    .header('cache-control', 'no-store')
    .type('application/json')
    .send(JSON.stringify({ why, message }));
}
