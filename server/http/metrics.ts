import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ItemResult } from '../../core/contract/sync/batch.ts';
import { countDevices } from '../organisations/devices.ts';
import type { ServerStore } from '../store/open-server-store.ts';

/** What a server counts for Prometheus. Numbers of one instance; those of the store are the same at each. */
export type Metrics = {
  readonly registry: Registry;
  readonly items: Counter<'result'>;
};

/** Serves `/metrics`, and times every request by its route. */
export function serveMetrics(app: FastifyInstance, store: ServerStore): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const items = new Counter<'result'>({
    name: 'balie_items_total',
    help: 'Items that devices sent, by what became of them',
    labelNames: ['result'],
    registers,
  });
  for (const result of ['stored', 'known', 'quarantined'] satisfies ItemResult[]) items.inc({ result }, 0);
  const seconds = new Histogram({
    name: 'balie_request_seconds',
    help: 'Time of requests, by route',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  new Gauge({
    name: 'balie_devices',
    help: 'Devices in the store, by state',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset();
      for (const { state, number } of await countDevices(store)) this.set({ state }, number);
    },
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
  return { registry, items };
}
