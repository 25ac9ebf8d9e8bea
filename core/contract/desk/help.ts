import { z } from 'zod';
import { DeskPlace, PlaceSettings } from '../../domain/desk/desk-place.ts';
import { HelpAbout, HelpRequest, PlaceNumber } from '../../domain/desk/help-request.ts';
import { Language } from '../../domain/language.ts';

const Nothing = z.strictObject({});

/** What the visitor is told of the desk (`HelpSeen` of core/domain/desk/help-asking.ts). */
const Seen = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['no-desk', 'ready', 'asking', 'walk']) }),
  z.strictObject({ kind: z.literal('coming'), number: PlaceNumber.nullable() }),
]);

/** A request as the desk's page gets it: without the key of the kiosk. Times are milliseconds ago. */
export const HelpAtDesk = z.strictObject({
  number: PlaceNumber.nullable(),
  request: HelpRequest,
  state: z.enum(['waiting', 'saying', 'mine', 'other']),
  other: PlaceNumber.nullable(),
  agoMs: z.number().nonnegative(),
  isCut: z.boolean(),
});
export type HelpAtDesk = z.infer<typeof HelpAtDesk>;

/** The channels of a visitor who asks for help, and of the desk that gives it. */
export const HELP_CHANNELS = {
  /** The number to say at the desk, none without a store, and where the desk is. A visit has one number, however often it asks. */
  'desk:ticket': {
    role: 'visitor',
    input: Nothing,
    output: z.strictObject({ ticket: z.int().positive().nullable(), place: DeskPlace.nullable() }),
  },
  /** Can a desk be asked, and what became of what was asked? */
  'help:line': { role: 'visitor', input: Nothing, output: Seen },
  /** Asks all desks of the branch that can be reached. Main adds the number and a new id. */
  'help:ask': {
    role: 'visitor',
    input: z.strictObject({ language: Language, about: HelpAbout }),
    output: Seen,
  },
  'help:withdraw': { role: 'visitor', input: Nothing, output: Seen },
  /**
   * The figures of the screens that wait for this desk, and of those to which it said that it goes before it began again; who waits longest
   * first. Also for a page at which nobody gave a PIN.
   */
  'help:waiting': {
    role: 'visitor',
    input: Nothing,
    output: z.strictObject({
      waiting: z.array(PlaceNumber.nullable()),
      promised: z.array(PlaceNumber.nullable()),
    }),
  },
  'help:list': { role: 'staff', input: Nothing, output: z.array(HelpAtDesk) },
  'help:say': {
    role: 'staff',
    input: z.strictObject({ request: z.uuidv4(), word: z.enum(['take', 'release', 'done']) }),
    output: z.null(),
  },
  /** The figure of this device, and where the desk is. */
  'place:read': { role: 'admin', input: Nothing, output: PlaceSettings },
  /** False when it could not be kept. */
  'place:write': { role: 'admin', input: PlaceSettings, output: z.boolean() },
} as const;
