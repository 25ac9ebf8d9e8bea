import { z } from 'zod';
import { HandoverState } from '../../domain/desk/handover.ts';
import { Sealed } from '../../domain/desk/sealed.ts';
import { Id } from '../../domain/id.ts';
import { Language } from '../../domain/language.ts';
import { Slip } from '../../domain/slip.ts';
import { Partner } from '../administration/organisations.ts';
import { Paper, PrintResult } from '../print.ts';
import { HandoverId, MOST_PARTNERS } from '../sync/handovers.ts';

const day = z.iso.date();

/** A handover as the desk sees it. `next`: what the desk can say of it now. */
export const DeskHandover = z.strictObject({
  id: HandoverId,
  /** As people read it: in groups of three. */
  code: z.string(),
  partnerName: z.string(),
  givenOn: day,
  state: HandoverState,
  /** Where what the visitor typed is; `here`: it waits for the network. */
  sealed: z.enum(['none', 'here', 'waiting', 'delivered', 'deleted']),
  /** Does the server know it: `no` not yet, `refused` never, so the partner's page does not either. */
  told: z.enum(['no', 'yes', 'refused']),
  next: z.array(HandoverState),
});
export type DeskHandover = z.infer<typeof DeskHandover>;

/** A partner of the library, and how the agreement with it stands. */
export const DeskPartner = Partner.omit({ library: true });
export type DeskPartner = z.infer<typeof DeskPartner>;

/**
 * Whom the desk hands over to, and what it handed over. `isJoined`: does this device belong to a library's server? `spoken`: the language of
 * the last visit at this screen, which is likely that of the visitor; null when there was none lately. `restoredFrom`: of when the copy is
 * that was brought back at this start.
 */
export const Handovers = z.strictObject({
  today: day,
  spoken: Language.nullable(),
  restoredFrom: z.iso.datetime().nullable(),
  isJoined: z.boolean(),
  partners: z.array(DeskPartner).max(MOST_PARTNERS),
  handovers: z.array(DeskHandover),
});
export type Handovers = z.infer<typeof Handovers>;

/** What came of giving: a handover, or why there is none. `no-partner`: it is not one any more. */
export const GiveResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('given'), handover: DeskHandover }),
  z.strictObject({ kind: z.enum(['no-partner', 'other-key', 'not-kept']) }),
]);
export type GiveResult = z.infer<typeof GiveResult>;

/** A slip, in the language of the visitor. */
const slipOf = { id: HandoverId, language: Language };

/** The channels of handing over. What a visitor types never comes here: it is locked on the page. */
export const HANDOVER_CHANNELS = {
  'handover:list': { role: 'staff', input: z.strictObject({}), output: Handovers },
  /** Makes a code. `sealed`: what the visitor typed, locked to the key of the partner as the page knows it, which is `recipient`. */
  'handover:give': {
    role: 'staff',
    input: z.strictObject({ partner: Id, recipient: Partner.shape.recipient, sealed: Sealed.nullable() }),
    output: GiveResult,
  },
  /** Says how far a handover is; null when that cannot be said now. */
  'handover:say': {
    role: 'staff',
    input: z.strictObject({ id: HandoverId, to: HandoverState }),
    output: DeskHandover.nullable(),
  },
  /** The slip, for the screen; null when there is no such handover. */
  'handover:slip': { role: 'staff', input: z.strictObject(slipOf), output: Slip.nullable() },
  /** Prints it and answers when that is done, or cannot be done. */
  'handover:print': {
    role: 'staff',
    input: z.strictObject({ ...slipOf, paper: Paper }),
    output: PrintResult,
  },
} as const;
