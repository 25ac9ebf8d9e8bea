import { AlertsReply } from './alert.ts';
import type { Route } from './route.ts';

/** The route of alerts. */
export const ALERT_ROUTES = {
  list: {
    method: 'GET',
    path: '/api/v1/alerts',
    role: 'reader',
    summary: 'The alerts of a library: open ones first, then the newest.',
    reply: AlertsReply,
  },
} as const satisfies Record<string, Route>;
