import type { Partner } from '../../core/contract/administration/organisations.ts';

/** A publisher; with no library it is there for all. `packs` is JSON. */
type PublisherRow = {
  readonly id: string;
  readonly library: string | null;
  readonly name: string;
  readonly packs: string;
};

/** A partner of a library. */
export type PartnerRow = {
  readonly library: string;
  readonly id: string;
  readonly name: string;
  readonly kind: Partner['kind'];
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  readonly recipient: string | null;
  readonly contact: string | null;
  /** JSON. */
  readonly asks: string | null;
  readonly review_by: string | null;
};

/** The tables of organisations that are no libraries. */
export type OrganisationTables = { readonly publishers: PublisherRow; readonly partners: PartnerRow };
