import type { FastifyReply, FastifyRequest } from 'fastify';
import { ownOrigin } from './own-origin.ts';

/** With TLS the name itself says: for this host alone, over TLS alone, for all paths (RFC 6265bis, 4.1.3.2). */
const NAMES = { secure: '__Host-balie', plain: 'balie' };

/** The token that came along; undefined when there is none. */
export function readSessionCookie(request: FastifyRequest): string | undefined {
  return request.cookies[nameFor(request)];
}

/** The token of a request that `permit` let by; so there is one. */
export function tokenOf(request: FastifyRequest): string {
  return readSessionCookie(request) ?? '';
}

/** Gives a browser the token of its session. It is gone when the browser is closed. */
export function writeSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(nameFor(request), token, { ...attributesFor(request), sameSite: 'strict' });
}

/** Takes it away again. */
export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(nameFor(request), { ...attributesFor(request), sameSite: 'strict' });
}

/** What every cookie of the administration has: no script reads it, and with TLS it never goes without. */
export function attributesFor(request: FastifyRequest) {
  return { path: '/', httpOnly: true, secure: isSecure(request) } as const;
}

function nameFor(request: FastifyRequest): string {
  return isSecure(request) ? NAMES.secure : NAMES.plain;
}

function isSecure(request: FastifyRequest): boolean {
  return ownOrigin(request).startsWith('https:');
}
