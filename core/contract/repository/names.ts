import { z } from 'zod';
import { Id } from '../../domain/id.ts';

/** What TUF calls its own roles, and what JavaScript finds on every object: names that lead to something else. */
const TAKEN = ['root', 'timestamp', 'snapshot', 'targets', 'constructor'];

/** An id that is part of a name in a repository: of a file, of a TUF role and of a target. */
const RepositoryId = Id.max(40, 'use at most 40 characters').refine((id) => !TAKEN.includes(id), {
  error: ({ input }) => `"${input}" means something else in a repository; choose another`,
});

/** A library that publishes. It is also the name of the TUF role that its key signs. */
export const LibraryId = RepositoryId;
export type LibraryId = z.infer<typeof LibraryId>;

/** A pack in a repository. Its name is the pack's own id. */
export const PackId = RepositoryId;
export type PackId = z.infer<typeof PackId>;

/** A kiosk follows one: `test` is looked at by those who made it, `stable` is for visitors. */
export const Channel = z.enum(['test', 'stable']);
export type Channel = z.infer<typeof Channel>;

/** A pack of a library on a channel: what a kiosk follows. */
export const PackOnChannel = z.strictObject({ library: LibraryId, pack: PackId, channel: Channel });
export type PackOnChannel = z.infer<typeof PackOnChannel>;

const TARGET = /^(?<library>[a-z0-9-]+)\/(?<pack>[a-z0-9-]+)\.(?<channel>[a-z]+)\.json\.gz$/;

/** The TUF target path of the manifest of a pack on a channel: `LIBRARY/PACK.CHANNEL.json.gz`. */
export function targetPath({ library, pack, channel }: PackOnChannel): string {
  return `${library}/${pack}.${channel}.json.gz`;
}

/** What a TUF target path names; undefined when it is none of ours, so that no other name is ever looked up. */
export function readTargetPath(path: string): PackOnChannel | undefined {
  return PackOnChannel.safeParse({ ...TARGET.exec(path)?.groups }).data;
}
