import { z } from 'zod';
import { Person } from '../domain/person.ts';
import { Pin } from '../domain/pin.ts';
import { Role } from '../domain/role.ts';
import { AdminDoor, SignInResult } from './admin.ts';

const Nothing = z.strictObject({});
const who = Person.shape.id;

/** Who can sign in at this device, to choose from: those who have a PIN here. */
export const PeopleAtDoor = z.array(Person.pick({ id: true, name: true }));
export type PeopleAtDoor = z.infer<typeof PeopleAtDoor>;

/** Somebody who works at this device, for its admin. `server`: on the list of the library's server. */
export const PersonHere = Person.extend({ source: z.enum(['here', 'server']), hasPin: z.boolean() });
export type PersonHere = z.infer<typeof PersonHere>;

/** Why a PIN is not set; `form` and `weak` as faultOfPin says. */
export const SetPinResult = z.strictObject({
  kind: z.enum(['set', 'form', 'weak', 'gone', 'no-store']),
});
export type SetPinResult = z.infer<typeof SetPinResult>;

/** The channels of the people who work at a device. Signing out is `session:end`: the role goes with the visit. */
export const STAFF_CHANNELS = {
  'staff:people': { role: 'visitor', input: Nothing, output: PeopleAtDoor },
  /** Who is at the screen; no name for whoever knows the PIN of this device. */
  'staff:me': {
    role: 'visitor',
    input: Nothing,
    output: z.strictObject({ role: Role, name: z.string().nullable() }),
  },
  'staff:door': { role: 'visitor', input: z.strictObject({ who }), output: AdminDoor },
  'staff:sign-in': { role: 'visitor', input: z.strictObject({ who, pin: Pin }), output: SignInResult },
  'staff:list': { role: 'admin', input: Nothing, output: z.array(PersonHere) },
  /** Gives somebody a PIN, in the place of the one before: they type it, beside an admin. */
  'staff:set-pin': {
    role: 'admin',
    input: z.strictObject({ who, pin: z.string().max(40) }),
    output: SetPinResult,
  },
} as const;
