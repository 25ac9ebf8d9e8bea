import type { FastifyInstance } from 'fastify';
import { PACK_ROUTES, type PackList, VersionName } from '../../../core/contract/administration/packs.ts';
import { followedFirst } from '../../../core/domain/followed-first.ts';
import { flowPage } from '../../../db/content/pages.ts';
import { readMedia } from '../../../db/content/read-content.ts';
import type { VersionOnChannel } from '../../../trust/repository/list-versions.ts';
import { TrustError } from '../../../trust/trust-error.ts';
import { permit } from '../../accounts/permit.ts';
import { RefusedError } from '../../http/refusal.ts';
import { answerScreens } from '../../packs/answer-screens.ts';
import { readFollowed } from '../../packs/followed.ts';
import type { OpenedVersion, OpenedVersions } from '../../packs/opened-versions.ts';
import type { ServerStore } from '../../store/open-server-store.ts';
import { serveRoute } from './serve-route.ts';

/** The packs of the repository: their versions, what the check says of one, and what its screens ask. */
export function servePacks(
  app: FastifyInstance,
  store: ServerStore,
  versions: OpenedVersions,
  today: () => string,
): void {
  const opened = async (name: VersionName): Promise<OpenedVersion> => {
    const found = await versions.open(name).catch((error: unknown) => {
      if (!(error instanceof TrustError)) throw error;
      // Where the repository lies on this computer is for whoever runs it.
      app.log.warn({ err: error }, 'version-unread');
      throw new RefusedError('not-found', 'This version cannot be read. The log of the server says why.');
    });
    if (found === undefined)
      throw new RefusedError('not-found', 'This version is not in the repository any more.');
    return found;
  };
  const storeOf = async (name: VersionName) => {
    const { db } = await opened(name);
    if (db === undefined)
      throw new RefusedError('not-found', 'A kiosk would not show this version: the check says why.');
    return db;
  };

  serveRoute(app, PACK_ROUTES.list, async ({ library }) => {
    try {
      const all = await versions.list();
      const packs = packsOf(all, await titlesIn(versions, all));
      return { trouble: null, packs: followedFirst(packs, await readFollowed(store, library)) };
    } catch (error) {
      if (!(error instanceof TrustError)) throw error;
      const trouble = error.message.startsWith('There is no repository') ? 'none' : 'bad';
      return { trouble, packs: [] } as PackList;
    }
  });
  serveRoute(app, PACK_ROUTES.open, async (_, { params }) => (await opened(params)).opened);
  serveRoute(app, PACK_ROUTES.flow, async (_, { params: { flow, ...name } }) =>
    flowPage(await storeOf(name), flow, today()),
  );
  serveRoute(app, PACK_ROUTES.ask, async (_, { params, body }) => {
    const answered = answerScreens(await storeOf(params), body.channel, body.input, today());
    if (answered === undefined)
      throw new RefusedError('bad-request', 'The screens of a preview ask about content only.');
    return answered.answer;
  });
  // A picture, beside the page that shows it.
  app.get<{ Params: { '*': string } }>(
    '/administration/preview/:library/:pack/:channel/:version/media/*',
    { onRequest: permit('reader'), schema: { hide: true } },
    async ({ params }, reply) => {
      const { '*': rest, ...name } = params;
      const address = `media/${rest}`;
      const named = VersionName.safeParse(name);
      const found = named.success ? readMedia(await storeOf(named.data), address) : undefined;
      if (found === undefined) throw new RefusedError('not-found', 'There is no such picture.');
      return reply.header('cache-control', 'private, max-age=600').type(found.type).send(found.bytes);
    },
  );
}

/** The title of each pack as its newest version has it; where that cannot be read, there is none. */
async function titlesIn(
  versions: OpenedVersions,
  all: readonly VersionOnChannel[],
): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  for (const version of all.filter(({ newest }) => newest)) {
    const title = await versions.titleOf(version).catch((error: unknown) => {
      if (error instanceof TrustError) return undefined;
      throw error;
    });
    if (title !== undefined) titles.set(`${version.library}/${version.pack}`, title);
  }
  return titles;
}

function packsOf(all: readonly VersionOnChannel[], titles: ReadonlyMap<string, string>): PackList['packs'] {
  const packs = new Map<string, PackList['packs'][number]>();
  for (const { library, pack, channel, manifest, newest } of all) {
    const key = `${library}/${pack}/${channel}`;
    const title = titles.get(`${library}/${pack}`) ?? pack;
    const found = packs.get(key) ?? { library, pack, channel, title, versions: [] };
    found.versions.push({
      version: manifest.version,
      createdAt: manifest.created_at,
      files: manifest.files.length,
      bytes: manifest.files.reduce((sum, { length }) => sum + length, 0),
      offered: newest,
    });
    packs.set(key, found);
  }
  return [...packs.values()];
}
