import type { FastifyInstance } from 'fastify';
import { PARTNER_ROUTES } from '../../../core/contract/administration/partner-routes.ts';
import { MOST_PARTNERS } from '../../../core/contract/sync/handovers.ts';
import { lockedWaiting } from '../../handovers/locked-waiting.ts';
import { RefusedError } from '../../http/refusal.ts';
import {
  addPartner,
  changePartner,
  findRecipient,
  listPartners,
  removePartner,
  renewPartner,
} from '../../organisations/partners.ts';
import type { ServerStore } from '../../store/open-server-store.ts';
import { serveRoute } from './serve-route.ts';

const notThere = () => new RefusedError('not-found', 'Your library has no such partner.');

/**
 * The partners of a library, and what is agreed with each. What is handed over is locked to the key of a partner: whoever puts a key of
 * their own there reads it all, so a new one wants to know who is here.
 */
export function servePartners(app: FastifyInstance, { db }: ServerStore, today: () => string): void {
  serveRoute(app, PARTNER_ROUTES.list, async ({ library }) => {
    const waiting = await lockedWaiting({ db }, library);
    const partners = await listPartners({ db }, library, today());
    return partners.map((partner) => ({ ...partner, waiting: waiting.has(partner.id) ? 'some' : 'none' }));
  });
  serveRoute(app, PARTNER_ROUTES.add, async ({ library, write, needProof }, { body }) => {
    if (body.recipient !== undefined) await needProof();
    return db.transaction().execute(async (trx) => {
      const added = await addPartner({ db: trx }, library, body);
      if (added === 'known')
        throw new RefusedError('taken', 'Your library has a partner with this id already.');
      if (added === 'full')
        throw new RefusedError(
          'too-large',
          `A library has ${MOST_PARTNERS} partners at most. Remove one that is none any more.`,
        );
      await write(trx, 'partner-added', body.id);
      return {};
    });
  });
  serveRoute(app, PARTNER_ROUTES.change, async ({ library, write, needProof }, { params: { id }, body }) => {
    const known = await findRecipient({ db }, library, id);
    if (body.recipient !== undefined && body.recipient !== known) await needProof();
    return db.transaction().execute(async (trx) => {
      if (!(await changePartner({ db: trx }, library, id, body))) throw notThere();
      await write(trx, 'partner-changed', id);
      return {};
    });
  });
  serveRoute(app, PARTNER_ROUTES.renew, ({ library, write }, { params: { id }, body }) =>
    db.transaction().execute(async (trx) => {
      if (body.review_by < today())
        throw new RefusedError(
          'bad-request',
          'This day has passed: an agreement is renewed for a later one.',
        );
      if (!(await renewPartner({ db: trx }, library, id, body))) throw notThere();
      await write(trx, 'partner-renewed', `${id} (${body.review_by})`);
      return {};
    }),
  );
  serveRoute(app, PARTNER_ROUTES.remove, ({ library, write }, { params: { id } }) =>
    db.transaction().execute(async (trx) => {
      if (!(await removePartner({ db: trx }, library, id))) throw notThere();
      await write(trx, 'partner-removed', id);
      return {};
    }),
  );
}
