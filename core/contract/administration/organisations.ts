import { z } from 'zod';
import { AgeRecipient } from '../../domain/age-recipient.ts';
import { Id } from '../../domain/id.ts';
import { WebAddress } from '../../domain/web-address.ts';
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
 * An organisation to which the desk hands over. Its own address and numbers, never those of a person. `recipient`: the public key of
 * age with which what is handed over is locked, so that only the partner reads it.
 */
export const NewPartner = z.strictObject({
  id: Id.max(40),
  name: OrganisationName,
  kind: PartnerKind,
  email: z.email().max(120).optional(),
  phone: z
    .string()
    .regex(/^[+(\d][\d\s()./-]{1,39}$/, 'is no telephone number')
    .optional(),
  website: WebAddress.max(200).optional(),
  recipient: AgeRecipient.optional(),
});
export type NewPartner = z.infer<typeof NewPartner>;

/** `library`: whose partner it is. */
export const Partner = NewPartner.extend({ library: LibraryId });
export type Partner = z.infer<typeof Partner>;
