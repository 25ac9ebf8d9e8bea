import type { KeyObject } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { PEOPLE_KIND, PEOPLE_REQUEST_KIND, SERVER_SIGNER } from '../../core/contract/sync/kinds.ts';
import { PeopleAnswer, PeopleRequest } from '../../core/contract/sync/people.ts';
import { signDetached } from '../../trust/jws/detached-jws.ts';
import { listStaff } from '../organisations/staff.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { heardFrom } from '../sync/heard-from.ts';
import { serveSigned } from './signed-route.ts';

/** `POST /api/v1/people`. `perMinute`: how many requests one address may send. */
export function servePeople(
  app: FastifyInstance,
  store: ServerStore,
  serverKey: KeyObject,
  perMinute: number,
): void {
  serveSigned(
    app,
    {
      ...{ path: '/api/v1/people', mostBytes: 1_000, perMinute },
      summary: 'A device asks who works at the devices of its library.',
      description: 'A name to show and a role, no more.',
      ...{ body: PeopleRequest, reply: PeopleAnswer },
    },
    async (sent) => {
      const { device, said } = await heardFrom(store, sent, PEOPLE_REQUEST_KIND, PeopleRequest);
      const answer: PeopleAnswer = {
        ...{ device: device.id, nonce: said.nonce },
        people: await listStaff(store, device.library),
      };
      const bytes = Buffer.from(JSON.stringify(answer));
      return { bytes, signature: signDetached(bytes, serverKey, SERVER_SIGNER, PEOPLE_KIND) };
    },
  );
}
