import type { AccountId } from '../../core/contract/administration/account.ts';
import type { Role } from '../../core/contract/administration/role.ts';

/**
 * Who does a request. `library` is the one that the request is about: an account's own, or for an operator the one that it
 * named, if any.
 */
export type Actor = {
  readonly id: AccountId;
  readonly name: string;
  readonly library: string | undefined;
  readonly role: Role;
};
