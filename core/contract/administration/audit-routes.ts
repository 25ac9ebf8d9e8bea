import { z } from 'zod';
import { AuditPage } from './account.ts';
import type { Route } from './route.ts';

/** The route of the audit trail. */
export const AUDIT_ROUTES = {
  page: {
    method: 'GET',
    path: '/api/v1/audit',
    role: 'administrator',
    summary: 'What was done at the library, newest first.',
    query: z.object({ before: z.string().optional() }),
    reply: AuditPage,
  },
} as const satisfies Record<string, Route>;
