import { z } from 'zod';
import { Channel, LibraryId, PackId } from '../repository/names.ts';
import { WrittenHour } from './count.ts';
import { DeviceId, DeviceState } from './device.ts';

/** So many items go in one batch at most. */
export const MOST_ITEMS = 200;
/** And so many bytes: a server reads no more of a request than this. */
export const MOST_BATCH_BYTES = 256 * 1024;

/** The header that carries the detached signature of a body (RFC 7515, appendix F; RFC 7797), both ways. */
export const SIGNATURE_HEADER = 'balie-signature';

/** So many incidents are told of at most, the newest. */
export const MOST_INCIDENTS_TOLD = 20;

/**
 * Stands in `incidents` of each batch of a device that cannot tell its packs: nobody knows which it follows, or what it shows. An older
 * server, which takes no other member than it knows, reads that as one more thing that went wrong, and none of the packs.
 */
export const PACKS_UNREAD = 'packs-unread';

const count = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);

/**
 * One thing that a device tells. `type` and `body` are looked at one by one after the batch was taken in (`Happening`):
 * an item that the server does not understand is set aside and stops nothing.
 */
export const Item = z.strictObject({
  id: z.uuidv7(),
  /** Counts up by one for each item of a device. Their order; a clock can be set. */
  seq: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  /** An hour (`Hour`); whether there is such a day is looked at with the rest of the item. */
  at: WrittenHour,
  type: z.string().min(1).max(40),
  body: z.unknown(),
});
export type Item = z.infer<typeof Item>;

/** How a device fares. `clock` is what its clock said when it sent this: the server compares. */
export const DeviceHealth = z.strictObject({
  /** Counts up by one for each batch of a device: the highest is the newest, whatever way it came and whatever clocks say. */
  seq: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  clock: z.iso.datetime(),
  appVersion: z.string().min(1).max(40),
  /** None: it follows none; with PACKS_UNREAD that is not known. */
  packs: z
    .array(
      z.strictObject({
        library: LibraryId,
        pack: PackId,
        channel: Channel,
        /** 0: it follows the pack, and shows no version that was published. */
        version: z.number().int().min(0),
      }),
    )
    .max(50),
  /** Items that wait to be sent, this batch not counted. */
  backlog: count,
  freeBytes: count.nullable(),
  /** Starts since the last contact that was acknowledged: more than a few is a device that keeps falling over. */
  starts: count,
  /** Codes of what went wrong since then, newest last; never a text of a visitor. */
  incidents: z.array(z.string().regex(/^[a-z0-9-]{1,60}$/)).max(MOST_INCIDENTS_TOLD),
});
export type DeviceHealth = z.infer<typeof DeviceHealth>;

/**
 * `POST /api/v1/batches`, signed by the device (header `kid`: its id). A batch without items is how a device says that it
 * is there. The same body and its signature travel on a stick as `BATCH.json` and `BATCH.json.jws`
 * (`stickFile` for more of them).
 */
export const Batch = z.strictObject({
  device: DeviceId,
  /** Of this batch; sent again it is the same, and counts once. */
  batch: z.uuidv7(),
  health: DeviceHealth,
  items: z.array(Item).max(MOST_ITEMS),
});
export type Batch = z.infer<typeof Batch>;

/** What became of an item. A device forgets it in each of these cases; `quarantined` means: kept apart, for people. */
export const ItemResult = z.enum(['stored', 'known', 'quarantined']);
export type ItemResult = z.infer<typeof ItemResult>;

/** The answer, signed by the server in the same way (`kid`: "server"). Each item of the batch is in it, once. */
export const Acknowledgement = z.strictObject({
  device: DeviceId,
  batch: z.uuidv7(),
  state: DeviceState,
  clock: z.iso.datetime(),
  /** The highest `health.seq` of this device that the server heard. One whose store came back from a copy goes on from there. */
  healthSeq: count,
  items: z.array(z.strictObject({ id: z.uuidv7(), result: ItemResult })).max(MOST_ITEMS),
});
export type Acknowledgement = z.infer<typeof Acknowledgement>;

/**
 * What the server says instead, with a status of its own: `why` for programs, `message` for people. `revoked` ends it for a device, so it
 * names the `device`, and the server signs it like an acknowledgement (REVOCATION_KIND).
 */
export const Refusal = z.strictObject({
  why: z.enum([
    'bad-request',
    'bad-signature',
    'unknown-code',
    'not-approved',
    'revoked',
    'too-large',
    'too-many',
    'not-found',
    'not-allowed',
    'not-signed-in',
    'sign-in-failed',
    'prove-again',
    'taken',
    'unavailable',
  ]),
  message: z.string().max(400),
  device: DeviceId.optional(),
});
export type Refusal = z.infer<typeof Refusal>;
