import type { FastifyInstance } from 'fastify';
import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * The log of a server: JSON, a line for each request with method, route, status and time. No address, no header, no body,
 * and of an error what it is, not the values that a database puts beside it.
 */
export function makeLog(stream?: DestinationStream): Logger {
  const options = {
    base: null,
    serializers: { err: describeError, req: () => undefined, res: () => undefined },
  };
  return stream === undefined ? pino(options) : pino(options, stream);
}

function describeError(error: unknown): Record<string, unknown> {
  const { name, code, message } = error as { name?: unknown; code?: unknown; message?: unknown };
  return { name, code, message };
}

/** Writes a line for each request that was answered. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
}
