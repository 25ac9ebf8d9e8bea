import { z } from 'zod';
import { Pin } from '../domain/pin.ts';

const Nothing = z.strictObject({});

const seconds = z.number().int().positive();
const closed = [
  /** After too many wrong PINs, for so long. */
  z.strictObject({ kind: z.literal('locked'), secondsLeft: seconds }),
  /** Nobody has set a PIN on this machine. */
  z.strictObject({ kind: z.literal('no-pin') }),
  /** Wrong PINs cannot be counted: the ops store cannot be used. So none is looked at. */
  z.strictObject({ kind: z.literal('no-store') }),
] as const;

/** Whether a PIN can be given now. */
export const AdminDoor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), triesLeft: seconds }),
  ...closed,
]);
export type AdminDoor = z.infer<typeof AdminDoor>;

/** What came of giving a PIN. */
export const SignInResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('signed-in') }),
  z.strictObject({ kind: z.literal('wrong'), triesLeft: seconds }),
  ...closed,
]);
export type SignInResult = z.infer<typeof SignInResult>;

/** The channels of whoever looks after a kiosk. `session:end` signs out too: the role goes with the visit. */
export const ADMIN_CHANNELS = {
  'admin:door': { role: 'visitor', input: Nothing, output: AdminDoor },
  'admin:sign-in': { role: 'visitor', input: z.strictObject({ pin: Pin }), output: SignInResult },
} as const;
