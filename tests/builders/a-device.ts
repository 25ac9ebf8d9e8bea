import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Acknowledgement, type Batch, type Item, SIGNATURE_HEADER } from '../../core/contract/sync/batch.ts';
import { type EnrolmentReply, EnrolmentReply as Reply } from '../../core/contract/sync/device.ts';
import { ACKNOWLEDGEMENT_KIND, BATCH_KIND } from '../../core/contract/sync/kinds.ts';
import { signDetached, verifyDetached } from '../../trust/jws/detached-jws.ts';
import { deviceKeyOf, makeDeviceKey, publicDeviceKey } from '../../trust/jws/device-key.ts';

/** Sends a body with a signature, or without. */
export function post(address: string, body: Buffer | string, signature?: string): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    ...(signature === undefined ? {} : { [SIGNATURE_HEADER]: signature }),
  };
  return fetch(`${address}/api/v1/batches`, { method: 'POST', headers, body: body as string });
}

/** A device that enrols at a server and signs batches, as a kiosk does. */
export function aDevice() {
  const { key } = makeDeviceKey();
  let enrolled: EnrolmentReply | undefined;
  let seq = 0;
  let healthSeq = 0;
  const id = () => enrolled?.device ?? randomUUID();
  const signed = (batch: unknown) => {
    const body = Buffer.from(JSON.stringify(batch));
    return { body, signature: signDetached(body, key, id(), BATCH_KIND) };
  };
  const request = (code: string) => ({
    ...{ code, key: deviceKeyOf(key), profile: 'kiosk', appVersion: '0.1.0' },
  });
  return {
    key,
    id,
    serverKey: () => enrolled?.serverKey ?? '',
    /** What it asks for when it enrols. */
    request,
    enrol: async (address: string, code: string): Promise<Response> => {
      const body = JSON.stringify(request(code));
      const response = await fetch(`${address}/api/v1/enrolments`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      if (response.ok) enrolled = Reply.parse(await response.clone().json());
      return response;
    },
    item: (more: Partial<Item> = {}): Item => ({
      id: uuidv7(),
      seq: ++seq,
      at: '2026-11-26T14:00:00Z',
      type: 'language-chosen',
      body: { language: 'nl' },
      ...more,
    }),
    batch: (items: Item[], more: Partial<Batch> = {}): Batch => ({
      device: id(),
      batch: uuidv7(),
      health: {
        seq: ++healthSeq,
        clock: new Date().toISOString(),
        appVersion: '0.1.0',
        packs: [],
        backlog: 0,
        freeBytes: 1_000_000,
        starts: 1,
        incidents: [],
      },
      items,
      ...more,
    }),
    signed,
    send: (address: string, batch: unknown): Promise<Response> => {
      const { body, signature } = signed(batch);
      return post(address, body, signature);
    },
    /** The acknowledgement, after its signature was checked. */
    acknowledged: async (response: Response): Promise<Acknowledgement> => {
      const bytes = Buffer.from(await response.arrayBuffer());
      const signature = response.headers.get(SIGNATURE_HEADER) ?? '';
      if (!verifyDetached(bytes, signature, publicDeviceKey(enrolled?.serverKey ?? ''), ACKNOWLEDGEMENT_KIND))
        throw new Error(`Not signed by the server (${response.status}): ${bytes.toString()}`);
      return Acknowledgement.parse(JSON.parse(bytes.toString()));
    },
  };
}

/** A version 7 UUID of now (RFC 9562). */
export function uuidv7(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  const random = createHash('sha256').update(randomBytes(16)).digest('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`;
}
