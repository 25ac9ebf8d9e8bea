import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { Refusal, SIGNATURE_HEADER } from '../../core/contract/sync/batch.ts';
import type { SignedBytes } from '../sync/heard-from.ts';

/** A route for devices, which sign what they send, and get an answer that the server signed. */
export type SignedRoute = {
  readonly path: string;
  readonly mostBytes: number;
  /** How often one address may ask. */
  readonly perMinute: number;
  readonly summary: string;
  /** What it says more in /docs, before the word on signatures. */
  readonly description?: string;
  /** For /docs: what comes in is checked after its signature, by whoever takes it. */
  readonly body: z.ZodType;
  /** For /docs: what stands in the address, which nobody signs. */
  readonly query?: z.ZodType;
  readonly reply: z.ZodType;
};

/** What goes out. `status`: 200 without. */
export type SignedAnswer = SignedBytes & { readonly status?: number };

/**
 * Serves a signed route. `answer` gets the bytes as they came, empty where there were none, and reads nothing of them before it checked the
 * signature; and what stood in the address, as it came.
 */
export function serveSigned(
  app: FastifyInstance,
  { path, mostBytes, perMinute, summary, description, body, query, reply }: SignedRoute,
  answer: (sent: SignedBytes, query: unknown) => Promise<SignedAnswer>,
): void {
  const signatures = `The header ${SIGNATURE_HEADER} carries a detached JWS over the body, here and in the answer.`;
  app.register(async (signed) => {
    signed.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, done) =>
      done(null, bytes),
    );
    signed.post<{ Body: Buffer }>(
      path,
      {
        bodyLimit: mostBytes,
        config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } },
        validatorCompiler: () => (value: unknown) => ({ value }),
        schema: {
          summary,
          description: description === undefined ? signatures : `${description} ${signatures}`,
          body,
          ...(query === undefined ? {} : { querystring: query }),
          response: { 200: reply, '4xx': Refusal, '5xx': Refusal },
        },
      },
      async ({ body: sent, headers, query: asked }, response) => {
        const header = headers[SIGNATURE_HEADER];
        const bytes = Buffer.isBuffer(sent) ? sent : Buffer.alloc(0);
        const signature = typeof header === 'string' ? header : '';
        const answered = await answer({ bytes, signature }, asked);
        return response
          .code(answered.status ?? 200)
          .header(SIGNATURE_HEADER, answered.signature)
          .header('cache-control', 'no-store')
          .type('application/json')
          .send(answered.bytes);
      },
    );
  });
}
