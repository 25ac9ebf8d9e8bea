import type { FastifyReply, FastifyRequest } from 'fastify';
import { ownOrigin } from './own-origin.ts';

const COOKIE = 'balie';

/** The token that came along; undefined when there is none. */
export function readSessionCookie(request: FastifyRequest): string | undefined {
  return request.cookies[cookieName(request, COOKIE)];
}

/** The token of a request that `permit` let by; so there is one. */
export function tokenOf(request: FastifyRequest): string {
  return readSessionCookie(request) ?? '';
}

/** Gives a browser the token of its session. It is gone when the browser is closed. */
export function writeSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName(request, COOKIE), token, { ...attributesFor(request), sameSite: 'strict' });
}

/** Takes it away again. */
export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(cookieName(request, COOKIE), { ...attributesFor(request), sameSite: 'strict' });
}

/** What every cookie of the administration has: no script reads it, and with TLS it never goes without. */
export function attributesFor(request: FastifyRequest) {
  return { path: '/', httpOnly: true, secure: isSecure(request) } as const;
}

/** With TLS the name itself says: for this host alone, over TLS alone, for all paths (RFC 6265bis, 4.1.3.2). */
export function cookieName(request: FastifyRequest, name: string): string {
  return isSecure(request) ? `__Host-${name}` : name;
}

function isSecure(request: FastifyRequest): boolean {
  return ownOrigin(request).startsWith('https:');
}
