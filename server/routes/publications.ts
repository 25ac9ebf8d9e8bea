import type { KeyObject } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { PUBLICATION_KIND, PUBLICATION_REQUEST_KIND, SERVER_SIGNER } from '../../core/contract/sync/kinds.ts';
import {
  PublicationAnswer,
  PublicationQuery,
  PublicationRequest,
} from '../../core/contract/sync/publications.ts';
import type { Publication } from '../../core/domain/report/publication.ts';
import { signDetached } from '../../trust/jws/detached-jws.ts';
import { readPublicationAfter } from '../reports/read-publications.ts';
import { noteToldBefore } from '../reports/told-before.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { heardFrom } from '../sync/heard-from.ts';
import { serveSigned } from './signed-route.ts';

/**
 * `POST /api/v1/publications`: a device of a library hears what was told of its months, one after the other, and can so make reports
 * without a network. It is what every report of the server says. A device that was told of a later month than this store knows says that
 * the store was brought back from a copy, and is written in the log. `perMinute`: how many requests one address may send.
 */
export function servePublications(
  app: FastifyInstance,
  store: ServerStore,
  serverKey: KeyObject,
  perMinute: number,
): void {
  serveSigned(
    app,
    {
      ...{ path: '/api/v1/publications', mostBytes: 1_000, perMinute },
      summary: 'A device asks what is told of a month of its library.',
      description: 'What was published and no more.',
      ...{ body: PublicationRequest, query: PublicationQuery, reply: PublicationAnswer },
    },
    async (sent, query) => {
      const { device, said } = await heardFrom(store, sent, PUBLICATION_REQUEST_KIND, PublicationRequest);
      const { library } = device;
      const next = (await readPublicationAfter(store, library, said.after)) ?? null;
      const knowsPlaces = PublicationQuery.safeParse(query).data?.places !== undefined;
      const publication = next === null || knowsPlaces ? next : withoutPlaces(next);
      const { after } = said;
      if (publication === null && after !== null && (await noteToldBefore(store, library, after, new Date())))
        app.log.warn({ library, month: after }, 'month-told-before');
      const answer: PublicationAnswer = { ...{ device: device.id, nonce: said.nonce }, publication };
      const bytes = Buffer.from(JSON.stringify(answer));
      return { bytes, signature: signDetached(bytes, serverKey, SERVER_SIGNER, PUBLICATION_KIND) };
    },
  );
}

/** What a device of an earlier version can read. */
function withoutPlaces({ tables, ...told }: Publication): Publication {
  return { ...told, tables: tables.filter(({ variable }) => variable !== 'place') };
}
