import type { AccountState } from '../../core/contract/administration/account.ts';
import type { Role } from '../../core/contract/administration/role.ts';

/** An account. `library` is null for an operator; `name_key` is what makes a name the same as another one. */
export type AccountRow = {
  readonly id: string;
  readonly library: string | null;
  readonly name: string;
  readonly name_key: string;
  readonly role: Role;
  readonly state: AccountState;
  /** An argon2id hash; null when it signs in another way. */
  readonly password: string | null;
  /** In base32, sealed (`secrets-key.ts`). */
  readonly totp_secret: string | null;
  /** The step of time of the newest code that was used: neither it nor an older one is good again. */
  readonly totp_last: number;
  /** Who it is at an OpenID provider. */
  readonly issuer: string | null;
  readonly subject: string | null;
  readonly made_at: string;
  readonly last_sign_in: string | null;
  /** When a purge saw first that it ended. */
  readonly ended_at: string | null;
  /** Who it was at an OpenID provider, blinded (`forget-ended.ts`): in the place of issuer and subject. */
  readonly ended_subject: string | null;
};

/** A session; of its token only the SHA-256 is known here. */
type SessionRow = {
  readonly hash: string;
  readonly account: string;
  readonly library: string | null;
  readonly made_at: string;
  readonly used_at: string;
  readonly ends_at: string;
  /** When somebody last proved in it who is there; null: when it was opened. */
  readonly proved_at: string | null;
};

/** An invitation, which is gone once it was used; of its token only the SHA-256 is known here. */
type InvitationRow = {
  readonly hash: string;
  readonly account: string;
  readonly library: string | null;
  readonly totp_secret: string;
  readonly expires_at: string;
};

/** A passkey: its public half, in base64url. */
type PasskeyRow = {
  readonly id: string;
  readonly account: string;
  readonly library: string | null;
  readonly name: string;
  readonly public_key: string;
  readonly counter: number;
  /** As JSON. */
  readonly transports: string;
  readonly made_at: string;
  readonly used_at: string | null;
};

/** Something that somebody did. `account` is null for a command at the server, `library` for what is about none. */
type AuditRow = {
  readonly id: string;
  readonly library: string | null;
  readonly at: string;
  readonly account: string | null;
  readonly account_name: string | null;
  readonly what: string;
  readonly on_what: string;
};

/** The tables of the accounts. */
export type AccountTables = {
  readonly accounts: AccountRow;
  readonly sessions: SessionRow;
  readonly invitations: InvitationRow;
  readonly passkeys: PasskeyRow;
  readonly recovery_codes: {
    readonly account: string;
    readonly library: string | null;
    readonly hash: string;
  };
  readonly passkey_challenges: {
    readonly id: string;
    readonly purpose: string;
    readonly challenge: string;
    readonly expires_at: string;
  };
  readonly oidc_sign_ins: {
    readonly state: string;
    /** The SHA-256 of what a cookie of the browser holds that was sent away. */
    readonly browser: string;
    readonly nonce: string;
    readonly verifier: string;
    readonly expires_at: string;
  };
  readonly sign_in_tries: { readonly name: string; readonly failures: number; readonly until: string };
  readonly audit: AuditRow;
};
