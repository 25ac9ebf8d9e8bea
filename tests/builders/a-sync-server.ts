import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { Acknowledgement, Batch, type Refusal, SIGNATURE_HEADER } from '../../core/contract/sync/batch.ts';
import { type DeviceState, EnrolmentReply, EnrolmentRequest } from '../../core/contract/sync/device.ts';
import {
  ACKNOWLEDGEMENT_KIND,
  BATCH_KIND,
  PEOPLE_KIND,
  REVOCATION_KIND,
  SERVER_SIGNER,
} from '../../core/contract/sync/kinds.ts';
import { PeopleAnswer, PeopleRequest } from '../../core/contract/sync/people.ts';
import type { Person } from '../../core/domain/person.ts';
import { signDetached, signerOf, verifyDetached } from '../../trust/jws/detached-jws.ts';
import { deviceKeyOf, makeDeviceKey, publicDeviceKey } from '../../trust/jws/device-key.ts';

export const A_DEVICE = '3f8a5d2e-6b1c-4f7a-9d3e-5c2b1a0f9e8d';
export const A_CODE = '7K2M-Q9XB-41TD';

type Answer = { readonly body: Buffer; readonly signature: string };

/** A server that keeps the contract, on loopback, as small as one can be. It remembers how often each item was stored. */
export async function aSyncServer() {
  const { key } = makeDeviceKey();
  const stored = new Map<string, number>();
  const bodies: string[] = [];
  const server = {
    stored,
    bodies,
    state: 'approved' as DeviceState,
    library: 'bieb',
    /** The newest health that it heard. */
    healthSeq: 0,
    /** Does it sign that a device is revoked? */
    signsRevocation: true,
    /** An item with this language makes a batch that it cannot read. */
    unread: undefined as string | undefined,
    refuse: undefined as Refusal['why'] | undefined,
    /** Who works at the library. */
    people: [] as Person[],
    /** What is out of order of what it answers: `batches`, `people`… */
    down: [] as string[],
    /** What it was asked, in order. */
    asked: [] as string[],
    /** How the answer is changed on its way; `undefined` cuts the connection. */
    meddle: (answer: Answer): Answer | undefined => answer,
    url: '',
    deviceKey: '',
    acknowledge: (body: Buffer, signature: string): Answer => {
      const batch = Batch.parse(JSON.parse(body.toString()));
      if (signerOf(signature, BATCH_KIND) !== batch.device) throw new Error('whose batch is this?');
      if (!verifyDetached(body, signature, publicDeviceKey(server.deviceKey), BATCH_KIND))
        throw new Error('not signed by the device');
      const items = batch.items.map(({ id }) => {
        const result = stored.has(id) ? ('known' as const) : ('stored' as const);
        if (result === 'stored') stored.set(id, (stored.get(id) ?? 0) + 1);
        return { id, result };
      });
      const answer = { device: batch.device, batch: batch.batch, state: server.state, items };
      server.healthSeq = Math.max(server.healthSeq, batch.health.seq);
      const { healthSeq } = server;
      const text = Acknowledgement.parse({ ...answer, healthSeq, clock: '2031-01-01T00:00:00Z' });
      const bytes = Buffer.from(JSON.stringify(text));
      return { body: bytes, signature: signDetached(bytes, key, SERVER_SIGNER, ACKNOWLEDGEMENT_KIND) };
    },
  };
  const http = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const say = (status: number, value: unknown) =>
        void response.writeHead(status).end(JSON.stringify(value));
      if (server.refuse !== undefined) {
        const refusal = { why: server.refuse, message: 'No.', device: A_DEVICE };
        const bytes = Buffer.from(JSON.stringify(refusal));
        const kind = server.signsRevocation ? REVOCATION_KIND : ACKNOWLEDGEMENT_KIND;
        const signature = signDetached(bytes, key, SERVER_SIGNER, kind);
        return void response.writeHead(403, { [SIGNATURE_HEADER]: signature }).end(bytes);
      }
      if (request.url === '/api/v1/enrolments') {
        const asked = EnrolmentRequest.parse(JSON.parse(body.toString()));
        if (asked.code !== A_CODE.replaceAll('-', ''))
          return say(404, { why: 'unknown-code', message: 'This code is not known.' });
        server.deviceKey = asked.key;
        const about = { library: server.library, branch: 'Centrum', state: 'waiting', device: A_DEVICE };
        return say(201, EnrolmentReply.parse({ ...about, serverKey: deviceKeyOf(key) }));
      }
      if (server.unread !== undefined && body.includes(`"language":"${server.unread}"`))
        return say(400, { why: 'bad-request', message: 'The request is not as /docs describes it.' });
      const place = request.url?.split('?')[0]?.split('/').at(-1) ?? '';
      server.asked.push(place);
      if (server.down.includes(place)) return say(503, 'out of order');
      if (place === 'people') {
        const { device, nonce } = PeopleRequest.parse(JSON.parse(body.toString()));
        const answer = PeopleAnswer.parse({ device, nonce, people: server.people });
        const bytes = Buffer.from(JSON.stringify(answer));
        const signature = signDetached(bytes, key, SERVER_SIGNER, PEOPLE_KIND);
        return void response.writeHead(200, { [SIGNATURE_HEADER]: signature }).end(bytes);
      }
      if (place !== 'batches') return say(404, { why: 'not-found', message: 'This is not known here.' });
      bodies.push(body.toString());
      const sent = server.meddle(server.acknowledge(body, String(request.headers[SIGNATURE_HEADER])));
      if (sent === undefined) return void request.socket.destroy();
      response.writeHead(200, { [SIGNATURE_HEADER]: sent.signature }).end(sent.body);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  server.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return server;
}
