import { z } from 'zod';
import { Id } from '../../domain/id.ts';
import { Done } from './account.ts';
import { ListedPartner, NewPartner, PartnerAgreement, Renewal } from './organisations.ts';
import type { Route } from './route.ts';

const params = z.strictObject({ id: Id });

/** The routes of the partners of a library. */
export const PARTNER_ROUTES = {
  list: {
    method: 'GET',
    path: '/api/v1/partners',
    role: 'administrator',
    summary: 'The partners of the library, and whether anything that is locked waits for each.',
    reply: z.array(ListedPartner),
  },
  add: {
    method: 'POST',
    path: '/api/v1/partners',
    role: 'administrator',
    summary: 'Adds a partner.',
    body: NewPartner,
    reply: Done,
  },
  change: {
    method: 'PUT',
    path: '/api/v1/partners/:id',
    role: 'administrator',
    summary: 'What is agreed with a partner from now on, all of it.',
    params,
    body: PartnerAgreement,
    reply: Done,
  },
  renew: {
    method: 'POST',
    path: '/api/v1/partners/:id/renewal',
    role: 'administrator',
    summary: 'The agreement goes on as it is, until another day.',
    params,
    body: Renewal,
    reply: Done,
  },
  remove: {
    method: 'DELETE',
    path: '/api/v1/partners/:id',
    role: 'administrator',
    summary: 'Takes a partner away.',
    params,
    reply: Done,
  },
} as const satisfies Record<string, Route>;
