import { z } from 'zod';
import { HelpRequest, PlaceNumber } from '../../domain/desk/help-request.ts';

/** The kind of thing that a desk announces itself as on the local network (RFC 6763). */
export const HELP_SERVICE = '_balie-desk._tcp.local';
/** The protocol, as TLS agrees on it (ALPN): another version is another protocol. */
export const HELP_PROTOCOL = 'balie-desk/1';

/** A line of text longer than this is none of ours: a request with all answers of the longest flow has a third of it. Bytes. */
export const MOST_LINE_BYTES = 16 * 1024;

/** Each side says at least this often that it is there; who says nothing for three times as long is gone. Milliseconds. */
export const PULSE_MS = 2_000;

const Pulse = z.strictObject({ kind: z.literal('pulse') });

/** What a kiosk tells a desk: all that the desk needs to know, each time. */
export const FromKiosk = z.discriminatedUnion('kind', [
  Pulse,
  z.strictObject({
    kind: z.literal('told'),
    /** The figure on the screen. */
    number: PlaceNumber.nullable(),
    request: HelpRequest.nullable(),
    taken: z.enum(['nobody', 'you', 'other']),
    /** The figure of the desk that has it, when that is another one. */
    desk: PlaceNumber.nullable(),
  }),
]);
export type FromKiosk = z.infer<typeof FromKiosk>;

/** What a desk tells a kiosk. Its first message is `desk`. */
export const FromDesk = z.discriminatedUnion('kind', [
  Pulse,
  /** It is there, with this figure on it. */
  z.strictObject({ kind: z.literal('desk'), number: PlaceNumber.nullable() }),
  z.strictObject({
    kind: z.literal('word'),
    word: z.enum(['take', 'release', 'done']),
    request: z.uuidv4(),
  }),
]);
export type FromDesk = z.infer<typeof FromDesk>;
