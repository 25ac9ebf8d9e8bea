import { readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { protocol, type Session } from 'electron';

/** The scheme the screens live on: standard and secure, so that 'self' in the policy means this app alone. */
export const SCHEME = 'balie';
export const APP_HOST = 'app';
/** The one page there is. */
export const APP_URL = `${SCHEME}://${APP_HOST}/index.html`;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * What a page may do, told to the browser itself: scripts and styles of the app alone, no frames, no forms,
 * no network. `sandbox` without allow-modals and allow-popups also takes alert, print and new windows away.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "worker-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox allow-scripts allow-same-origin',
].join('; ');

/** A media file of the content, by its address: its type and bytes; undefined when there is none. */
export type MediaReader = (
  address: string,
) => Promise<{ readonly type: string; readonly bytes: Uint8Array } | undefined>;

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true } },
  ]);
}

/**
 * Serves the built screens and the content's pictures, and nothing else, to one partition.
 * By the older of Electron's two ways: `protocol.handle` loads all of fetch into main first and passes every file on
 * in pieces, which the first screen would wait for (decision 5).
 */
export function serveApp(session: Session, folder: string, readMedia: MediaReader): void {
  session.protocol.registerBufferProtocol(SCHEME, async ({ method, url }, reply) => {
    const found = method === 'GET' ? await answer(url, folder, readMedia) : undefined;
    if (found === undefined) reply({ ...NOT_HERE, data: Buffer.from('not here') });
    else
      reply({
        data: Buffer.from(found.bytes),
        headers: {
          'content-type': found.type,
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        },
      });
  });
}

const NOT_HERE = { statusCode: 404, headers: { 'content-type': 'text/plain' } };

async function answer(url: string, folder: string, readMedia: MediaReader) {
  const path = pathWithin(url);
  if (path === undefined) return undefined;
  const type = TYPES[extname(path)];
  const file = join(folder, path);
  try {
    if (path.startsWith('media/')) return await readMedia(path);
    if (type === undefined || !file.startsWith(folder + sep)) return undefined;
    // At once: handing a small file to another thread takes longer than reading it.
    return { type, bytes: readFileSync(file) };
  } catch {
    return undefined; // A file that is not there, or cannot be read, is an answer and not a fault.
  }
}

/** The path of a request when it is one of ours and goes nowhere but down; undefined for every trick. */
export function pathWithin(url: string): string | undefined {
  try {
    const { protocol: scheme, host, pathname, search } = new URL(url);
    if (scheme !== `${SCHEME}:` || host !== APP_HOST || search !== '') return undefined;
    const path = decodeURIComponent(pathname).slice(1);
    return /^[\w][\w./-]*$/.test(path) && !path.includes('..') && !path.includes('//') ? path : undefined;
  } catch {
    return undefined;
  }
}
