import { z } from 'zod';

/**
 * What an account may do in the administration; each role includes the ones before it. `reader` sees; `editor` also edits the
 * directory and previews; `publisher` starts and holds roll-outs; `administrator` has devices, accounts and alerts. They all
 * belong to one library. An `operator` belongs to none and serves all of them, each by its name.
 */
export const Role = z.enum(['reader', 'editor', 'publisher', 'administrator', 'operator']);
export type Role = z.infer<typeof Role>;

/** The roles that belong to a library. */
export const LibraryRole = Role.exclude(['operator']);
export type LibraryRole = z.infer<typeof LibraryRole>;

/** Does a role include what another one may do? */
export function includesRole(role: Role, needed: Role): boolean {
  return Role.options.indexOf(role) >= Role.options.indexOf(needed);
}
