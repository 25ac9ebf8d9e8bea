import { z } from 'zod';
import { Id } from '../../domain/id.ts';
import { FlowPage } from '../pages.ts';
import { PreviewOpened } from '../preview.ts';
import { Channel, LibraryId, PackId } from '../repository/names.ts';
import type { Route } from './route.ts';

const version = z.coerce.number().int().min(1);

/** One version of a pack in the repository of this server. */
export const VersionName = z.strictObject({ library: LibraryId, pack: PackId, channel: Channel, version });
export type VersionName = z.infer<typeof VersionName>;

/** A version in the list: when it was made, how much it is, and whether the library offers it now. */
const VersionInList = z.strictObject({
  version: z.number().int().min(1),
  createdAt: z.iso.datetime(),
  files: z.number().int(),
  bytes: z.number().int(),
  offered: z.boolean(),
});

/**
 * The packs of the repository on each channel, what the library follows first (`core/domain/followed-first.ts`), with the versions that
 * can still be had, newest first.
 */
export const PackList = z.strictObject({
  /** Why there are none: nobody has put a repository there, or its signatures do not hold. */
  trouble: z.enum(['none', 'bad']).nullable(),
  packs: z.array(
    z.strictObject({
      library: LibraryId,
      pack: PackId,
      channel: Channel,
      title: z.string(),
      versions: z.array(VersionInList).min(1),
    }),
  ),
});
export type PackList = z.infer<typeof PackList>;

/** What the screens of a preview ask, as they ask the kiosk: a channel of `core/contract/ipc.ts`, with its input. */
const PreviewQuestion = z.strictObject({ channel: z.string().max(40), input: z.unknown() });

/** The routes of packs. */
export const PACK_ROUTES = {
  list: {
    method: 'GET',
    path: '/api/v1/packs',
    role: 'reader',
    summary: 'The packs in the repository of this server, with their versions.',
    reply: PackList,
  },
  open: {
    method: 'GET',
    path: '/api/v1/packs/:library/:pack/:channel/:version',
    role: 'reader',
    summary: 'What the check says of a version, and its flows.',
    params: VersionName,
    reply: PreviewOpened,
  },
  flow: {
    method: 'GET',
    path: '/api/v1/packs/:library/:pack/:channel/:version/flows/:flow',
    role: 'reader',
    summary: 'A flow of a version, with all its words.',
    params: z.strictObject({ ...VersionName.shape, flow: Id }),
    reply: FlowPage.nullable(),
  },
  ask: {
    method: 'POST',
    path: '/api/v1/packs/:library/:pack/:channel/:version/questions',
    role: 'reader',
    summary: 'Answers what the screens of visitors ask, out of a version.',
    params: VersionName,
    body: PreviewQuestion,
    reply: z.unknown(),
  },
} as const satisfies Record<string, Route>;
