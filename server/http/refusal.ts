import type { Refusal } from '../../core/contract/sync/batch.ts';

const STATUS: Record<Refusal['why'], number> = {
  'bad-request': 400,
  'bad-signature': 401,
  'unknown-code': 403,
  'not-approved': 403,
  revoked: 403,
  'not-allowed': 403,
  'not-signed-in': 401,
  'sign-in-failed': 401,
  'prove-again': 403,
  taken: 409,
  'not-found': 404,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
};

/** What the server says instead of an answer. Thrown by a route; the client gets `why` and the message, which people read. */
export class RefusedError extends Error {
  readonly why: Refusal['why'];
  readonly statusCode: number;
  /** The device that is revoked: it is told so with a signature. */
  readonly device: string | undefined;

  constructor(why: Refusal['why'], message: string, device?: string) {
    super(message);
    this.why = why;
    this.device = device;
    this.statusCode = STATUS[why];
  }
}

/** Any error of a request as the client may see it: nothing of what broke inside is in it. */
export function refusalOf(error: unknown): RefusedError {
  if (error instanceof RefusedError) return error;
  const status = (error as { statusCode?: unknown }).statusCode;
  if (status === 413) return new RefusedError('too-large', 'The request is larger than this server reads.');
  if (status === 429) return new RefusedError('too-many', 'Too many requests. Wait a minute and try again.');
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new RefusedError('bad-request', 'The request is not as /docs describes it.');
  return new RefusedError('unavailable', 'The server cannot do this now. Send it again later.');
}
