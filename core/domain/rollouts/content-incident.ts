import { z } from 'zod';

/**
 * Incidents that the version of a pack can bring about, and of which the server hears: a device writes each of them into its ops store.
 * Some can have another cause, such as a disk that rots, so a device is not sick by one of them.
 */
export const ContentIncident = z.enum([
  ...(['page-crashed', 'page-failed', 'page-hung', 'picture-damaged'] as const),
  ...(['content-damaged', 'content-lost', 'content-not-changed'] as const),
]);
export type ContentIncident = z.infer<typeof ContentIncident>;
