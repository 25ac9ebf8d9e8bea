import { z } from 'zod';
import { AgeRecipient } from '../../domain/age-recipient.ts';
import { isCalendarDate } from '../../domain/calendar-date.ts';
import { VisitorDetail } from '../../domain/desk/visitor-details.ts';
import { Id } from '../../domain/id.ts';
import { WebAddress, webAddressFault } from '../../domain/web-address.ts';
import { LibraryId, PackId } from '../repository/names.ts';

/** A name that people read: one line. */
const OrganisationName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^\P{Cc}*$/u, 'is no single line of text');

/** So many packs one publisher has at most. */
const MOST_PACKS = 50;

/**
 * Who publishes packs. `id` is the name of its delegation in the repository (`balie keys delegate`), and the first part of the name of
 * what it signs. The key decides what a kiosk takes; this says for people which packs that should be.
 */
export const NewPublisher = z.strictObject({
  id: LibraryId,
  name: OrganisationName,
  packs: z
    .array(PackId)
    .min(1)
    .max(MOST_PACKS)
    .refine((packs) => new Set(packs).size === packs.length, { error: 'names a pack twice' }),
});
export type NewPublisher = z.infer<typeof NewPublisher>;

/** `library`: whose publisher it is; null when it is there for all libraries. */
export const Publisher = NewPublisher.extend({ library: LibraryId.nullable() });
export type Publisher = z.infer<typeof Publisher>;

/** What a partner does. */
export const PartnerKind = z.enum([
  'municipality',
  'debt-help',
  'social-work',
  'legal-help',
  'health',
  'work',
  'language',
  'volunteers',
  'other',
]);

/**
 * What was agreed with a partner, and can be agreed anew. Its own address and numbers, never those of a person. `recipient`: the
 * public key of age with which what is handed over is locked, so that only the partner reads it.
 */
const Agreement = z.strictObject({
  name: OrganisationName,
  kind: PartnerKind,
  /** The team or desk there that takes handovers. */
  contact: OrganisationName.optional(),
  email: z.email().max(120).optional(),
  phone: z
    .string()
    .regex(/^[+(\d][\d\s()./-]{1,39}$/, 'is no telephone number')
    .optional(),
  website: WebAddress.max(200).optional(),
  recipient: AgeRecipient.optional(),
  /** What the partner needs of a visitor; it goes locked, or not at all. */
  asks: z
    .array(VisitorDetail)
    .max(VisitorDetail.options.length)
    .refine((asks) => new Set(asks).size === asks.length, { error: 'asks for a thing twice' })
    .optional(),
  /** The last day on which the agreement is good; then it is looked at again. */
  review_by: z.string().refine(isCalendarDate, { error: 'is no day, as in 2027-06-30' }).optional(),
});
const LOCKED = {
  path: ['recipient'],
  error: 'is missing: without a key nothing of a visitor can be locked to this partner',
};
const canLock = ({ asks = [], recipient }: z.infer<typeof Agreement>) =>
  asks.length === 0 || recipient !== undefined;

/** It is printed on slips, and typed over by whoever has one. Of what is kept already, this is not asked. */
const READABLE = {
  path: ['website'],
  error: 'is not the address alone: take away what stands before or behind it',
};
const isReadable = ({ website = '' }: z.infer<typeof Agreement>) => webAddressFault(website) === undefined;

/** `PUT /api/v1/partners/ID`: all that is agreed with a partner from now on. */
export const PartnerAgreement = Agreement.refine(canLock, LOCKED).refine(isReadable, READABLE);
export type PartnerAgreement = z.infer<typeof PartnerAgreement>;

/** An organisation to which the desk hands over. */
export const NewPartner = Agreement.safeExtend({ id: Id.max(40) })
  .refine(canLock, LOCKED)
  .refine(isReadable, READABLE);
export type NewPartner = z.infer<typeof NewPartner>;

/** `library`: whose partner it is. `agreement`: how it stands today; a stale one is to be renewed. */
export const Partner = Agreement.safeExtend({
  id: Id.max(40),
  library: LibraryId,
  agreement: z.enum(['good', 'soon', 'stale', 'none']),
});
export type Partner = z.infer<typeof Partner>;

/** A partner, and whether anything that is locked waits for it: no number, of which the changes would tell of single visitors. */
export const ListedPartner = Partner.safeExtend({ waiting: z.enum(['none', 'some']) });
export type ListedPartner = z.infer<typeof ListedPartner>;

/** Until when an agreement is good from now on: a day that has not passed. */
export const Renewal = z.strictObject({ review_by: Agreement.shape.review_by.unwrap() });
export type Renewal = z.infer<typeof Renewal>;
