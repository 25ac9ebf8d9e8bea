import type { Partner } from '../../core/contract/administration/organisations.ts';
import type { Person } from '../../core/domain/person.ts';

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

/** The tables of organisations that are no libraries, and of who works at the devices of those that are. */
export type OrganisationTables = {
  readonly publishers: PublisherRow;
  readonly partners: PartnerRow;
  readonly staff: Person & { readonly library: string };
  readonly staff_left: { readonly library: string; readonly id: string };
};
