import { z } from 'zod';
import { LibraryId } from '../repository/names.ts';
import type { Route } from './route.ts';

/** The libraries of a server, for an operator, who belongs to none of them. */
export const LibraryList = z.strictObject({
  libraries: z.array(z.strictObject({ id: LibraryId, name: z.string() })),
});
export type LibraryList = z.infer<typeof LibraryList>;

/** The route of libraries. */
export const LIBRARY_ROUTES = {
  list: {
    method: 'GET',
    path: '/api/v1/libraries',
    role: 'operator',
    own: true,
    summary: 'The libraries of this server.',
    reply: LibraryList,
  },
} as const satisfies Record<string, Route>;
