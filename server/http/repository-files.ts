import { mkdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Everything but the timestamp has a name of its own content or version (docs/nginx.conf says the same). */
const FOR_EVER = 'public, max-age=31536000, immutable';
const NAMED_BY_CONTENT = /^(metadata|targets|blobs)\//;

/** Serves the repository in a folder, which is made when it is not there, under `/repository/`. */
export async function serveRepository(app: FastifyInstance, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/repository/',
    index: false,
    dotfiles: 'ignore',
    decorateReply: false,
    cacheControl: false,
    schemaHide: true,
    setHeaders: (reply, path) => {
      const name = path.slice(join(folder, sep).length).split(sep).join('/');
      reply.header('cache-control', cacheFor(name));
    },
  });
}

function cacheFor(name: string): string {
  if (name === 'metadata/timestamp.json') return 'no-store';
  return NAMED_BY_CONTENT.test(name) ? FOR_EVER : 'no-cache';
}
