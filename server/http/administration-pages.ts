import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { VersionName } from '../../core/contract/administration/packs.ts';
import { RefusedError } from './refusal.ts';

/** Beside the bundle of the server, or in the build of the sources it runs from. */
const FOLDERS = ['../administration', '../../dist/administration'].map((folder) =>
  join(import.meta.dirname, folder),
);
const FOR_EVER = 'public, max-age=31536000, immutable';

/** What a page of the administration may load: its own files, and answers of this server. Nobody frames it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Where the pages stand. Behind it comes which screen; the page itself knows them. */
const PLACE = '/administration/';

/**
 * Serves the pages of the administration below `/administration/`: one page whatever the screen, and one in which
 * the screens of visitors are previewed. Their files have names of their content and are kept for ever; the pages are asked for each time. Without a
 * build, the pages say so.
 */
export async function serveAdministrationPages(
  app: FastifyInstance,
  folder = FOLDERS.find((each) => existsSync(join(each, 'index.html'))),
): Promise<void> {
  if (folder !== undefined)
    await app.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: `${PLACE}assets/`,
      index: false,
      decorateReply: false,
      cacheControl: false,
      schemaHide: true,
      setHeaders: (reply) => void reply.header('cache-control', FOR_EVER),
    });
  const page = (file: string) => {
    const text = folder === undefined ? undefined : readFileSync(join(folder, file));
    return (_: unknown, reply: FastifyReply) => {
      if (text === undefined)
        throw new RefusedError(
          'not-found',
          'The pages of the administration are not built: npm start builds them.',
        );
      return reply
        .header('content-security-policy', POLICY)
        .header('cache-control', 'no-cache')
        .type('text/html; charset=utf-8')
        .send(text);
    };
  };
  const hide = { schema: { hide: true } };
  if (folder === undefined) app.get(`${PLACE}assets/*`, hide, page('index.html'));
  app.get('/', hide, (_, reply) => reply.redirect(PLACE));
  app.get(
    `${PLACE}preview/:library/:pack/:channel/:version/`,
    { schema: { hide: true, params: VersionName } },
    page('preview.html'),
  );
  app.get(`${PLACE}*`, hide, page('index.html'));
}
