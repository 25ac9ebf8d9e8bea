import { z } from 'zod';
import { LibraryId } from '../repository/names.ts';
import { LibraryRole, Role } from './role.ts';

/*
 * Signing in, as a page does it. All is JSON; every request that is no GET carries REQUEST_HEADER and a body, `{}` if there
 * is nothing to say. Who is signed in stands in a cookie that scripts cannot read.
 *
 * 1. `GET /api/v1/session`: a `Session`, or 401 `not-signed-in`. `DELETE` of it signs out.
 * 2. `GET /api/v1/sign-in`: the `SignInWays` of this server.
 * 3. Password: `POST /api/v1/sign-in/password`, a `PasswordSignIn`. 200 is a `Session`; 401 `sign-in-failed`, whatever was wrong;
 *    429 `too-many`: wait.
 * 4. Passkey: `POST /api/v1/sign-in/passkey/challenge` gives a `PasskeyChallenge`; its `options` go to `startAuthentication` of
 *    @simplewebauthn/browser, and what that gives as `answer` to `POST /api/v1/sign-in/passkey`, a `PasskeyAnswer`: a `Session`.
 * 5. OpenID Connect: a plain link to `/api/v1/sign-in/oidc`. The browser comes back at `/administration/`, signed in, or at
 *    `/administration/?sign-in=refused`.
 *
 * An account begins with an invitation, a link `/administration/invitation#TOKEN` that is good once, for 24 hours.
 * `POST /api/v1/invitation` (`InvitationToken`) says what it is for: an `Invitation`. Then one of
 * - `POST /api/v1/invitation/password` (`PasswordStart`), with a first code of the app that took `uri` (a QR code): a `Started`;
 * - `POST /api/v1/invitation/passkey/challenge` (`InvitationToken`) gives a `PasskeyChallenge` for `startRegistration`, and
 *   `POST /api/v1/invitation/passkey` (`PasskeyStart`): a `Started`.
 * `Started` is the session, and the recovery codes, which are shown once. An invitation for an account that exists starts it anew.
 *
 * The own account: `GET /api/v1/account` (`OwnAccount`), `POST /api/v1/account/password` (`PasswordChange`; all sessions end, this
 * one too), `POST /api/v1/account/passkeys/challenge`, `POST /api/v1/account/passkeys` (`NewPasskey`),
 * `POST /api/v1/account/passkeys/remove` (`PasskeyToRemove`), `POST /api/v1/account/recovery-codes` (`RecoveryCodes`),
 * `POST /api/v1/account/sessions/end`: all sessions but this one end. A further passkey and new recovery codes are for who signed in a
 * few minutes ago; else the answer is `prove-again`, and then `POST /api/v1/account/proof` (`Proof`), whose passkey signs what
 * `POST /api/v1/account/proof/challenge` gives. An account that signs in elsewhere (OpenID Connect) signs in again, where its issuer says (`auth_time`) that
 * somebody signed in there a few minutes ago; it has no passkeys: `not-allowed`.
 *
 * For an administrator: `GET /api/v1/accounts` (`AccountList`), `POST /api/v1/accounts` (`NewAccount`, an `InvitationLink`),
 * `POST /api/v1/accounts/role` (`RoleChange`), `POST /api/v1/accounts/end` (`AccountChange`), `POST /api/v1/accounts/invitation`
 * (`AccountChange`, an `InvitationLink`: for who lost the password or the telephone); `GET /api/v1/audit` (`AuditPage`).
 *
 * An operator names the library that a request is about in the address: `?library=ID`. Nobody else needs to.
 */

/** What every request that changes something carries, with any value: no page from elsewhere can send it. */
export const REQUEST_HEADER = 'balie-administration';

/** The answer to what needs none. */
export const Done = z.strictObject({});

/** An account. It has no e-mail address, and its name is one of a task: "Desk lead". */
export const AccountId = z.uuidv4();
export type AccountId = z.infer<typeof AccountId>;

/** The name of an account: one line, known once in its library, however its letters are written. */
export const AccountName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^\P{C}+$/u, 'use one line without control characters');
export type AccountName = z.infer<typeof AccountName>;

/** How long a password is. Length is what counts; nothing is asked of its letters (NIST SP 800-63B, 3.1.1.2). */
export const LEAST_PASSWORD = 12;
export const MOST_PASSWORD = 200;

/** A password that somebody chooses; `faultOfPassword` says more. */
export const NewPassword = z.string().min(LEAST_PASSWORD).max(MOST_PASSWORD);

/** Why a password must not be used; undefined when it may. `weak`: of a few different letters, or it holds a name that others know. */
export function faultOfPassword(password: string, names: readonly string[]): 'length' | 'weak' | undefined {
  if (!NewPassword.safeParse(password).success) return 'length';
  const plain = password.toLowerCase();
  const known = names.some((name) => name.length > 3 && plain.includes(name.toLowerCase()));
  return known || new Set(plain).size < 5 ? 'weak' : undefined;
}

/** Six digits of an authenticator app, or one of the recovery codes. */
const Code = z.string().min(6).max(40);
const Password = z.string().min(1).max(MOST_PASSWORD);

/** An account as others see it. `library` is null for an operator. */
export const Account = z.strictObject({
  id: AccountId,
  name: AccountName,
  library: LibraryId.nullable(),
  role: Role,
});
export type Account = z.infer<typeof Account>;

/** Who is signed in, and until when at the latest. Half an hour without a request ends it too. */
export const Session = z.strictObject({ account: Account, endsAt: z.iso.datetime() });
export type Session = z.infer<typeof Session>;

/** How somebody can sign in at this server. `oidc`: what the button of the organisation's own sign-in says. */
export const SignInWays = z.strictObject({
  password: z.literal(true),
  passkey: z.boolean(),
  oidc: z.string().max(80).nullable(),
});
export type SignInWays = z.infer<typeof SignInWays>;

/** `library` is null for an operator. */
export const PasswordSignIn = z.strictObject({
  library: LibraryId.nullable(),
  name: AccountName,
  password: Password,
  code: Code,
});
export type PasswordSignIn = z.infer<typeof PasswordSignIn>;

/** What a browser is asked to sign; `challenge` names it. `options` are for @simplewebauthn/browser as they are. */
export const PasskeyChallenge = z.strictObject({
  challenge: z.uuidv4(),
  options: z.looseObject({ challenge: z.string() }),
});
export type PasskeyChallenge = z.infer<typeof PasskeyChallenge>;

const text = z.string().max(8_000);
/** Of a passkey, in base64url. */
const PasskeyId = z.string().regex(/^[A-Za-z0-9_-]{1,1400}$/);
/** What @simplewebauthn/browser gives back; the server checks what is in it. */
const BrowserAnswer = z.looseObject({
  id: PasskeyId,
  rawId: PasskeyId,
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: text }),
  clientExtensionResults: z.looseObject({}),
});

/** An answer to a challenge. */
export const PasskeyAnswer = z.strictObject({ challenge: z.uuidv4(), answer: BrowserAnswer });
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>;

/** What stands behind the # of an invitation's link: 256 bits in base64url. */
const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const InvitationToken = z.strictObject({ token: Token });
export type InvitationToken = z.infer<typeof InvitationToken>;

/** What an invitation is for. `secret` and `uri` are for the authenticator app of whoever starts with a password. */
export const Invitation = z.strictObject({
  account: Account,
  libraryName: z.string().nullable(),
  passkey: z.boolean(),
  secret: z.string(),
  uri: z.string(),
});
export type Invitation = z.infer<typeof Invitation>;

export const PasswordStart = z.strictObject({ token: Token, password: NewPassword, code: Code });
export type PasswordStart = z.infer<typeof PasswordStart>;

export const PasskeyStart = z.strictObject({ token: Token, name: AccountName, ...PasskeyAnswer.shape });
export type PasskeyStart = z.infer<typeof PasskeyStart>;

/** Each is good once, in the place of a code, for who lost the telephone. Shown once. */
export const RecoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()).max(10) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

export const Started = z.strictObject({ session: Session, ...RecoveryCodes.shape });
export type Started = z.infer<typeof Started>;

/** The own account. `password`: it has one, and so a code. */
export const OwnAccount = z.strictObject({
  account: Account,
  password: z.boolean(),
  /** It signs in through the organisation, and has no passkeys of its own. */
  organisation: z.boolean(),
  recoveryCodesLeft: z.number().int(),
  /** Sessions of it in other browsers. */
  otherSessions: z.number().int(),
  passkeys: z.array(
    z.strictObject({
      id: PasskeyId,
      name: AccountName,
      madeAt: z.iso.datetime(),
      usedAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type OwnAccount = z.infer<typeof OwnAccount>;

export const PasswordChange = z.strictObject({ password: Password, code: Code, newPassword: NewPassword });
export type PasswordChange = z.infer<typeof PasswordChange>;

/** What proves once more who is here. A passkey or recovery codes are made only shortly after a sign-in, or after this. */
export const Proof = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('password'), password: Password, code: Code }),
  z.strictObject({ by: z.literal('passkey'), ...PasskeyAnswer.shape }),
]);
export type Proof = z.infer<typeof Proof>;

export const NewPasskey = z.strictObject({ name: AccountName, ...PasskeyAnswer.shape });
export type NewPasskey = z.infer<typeof NewPasskey>;

export const PasskeyToRemove = z.strictObject({ id: PasskeyId });
export type PasskeyToRemove = z.infer<typeof PasskeyToRemove>;

/** `invited` until somebody started it; one that was ended never comes back. */
export const AccountState = z.enum(['invited', 'active', 'ended']);
export type AccountState = z.infer<typeof AccountState>;

export const AccountList = z.strictObject({
  accounts: z.array(
    z.strictObject({
      ...Account.shape,
      state: AccountState,
      /** How it signs in. */
      by: z.array(z.enum(['password', 'passkey', 'oidc'])),
      lastSignIn: z.iso.datetime().nullable(),
    }),
  ),
});
export type AccountList = z.infer<typeof AccountList>;

export const NewAccount = z.strictObject({ name: AccountName, role: LibraryRole });
export type NewAccount = z.infer<typeof NewAccount>;

export const InvitationLink = z.strictObject({
  account: AccountId,
  link: z.string(),
  expiresAt: z.iso.datetime(),
});
export type InvitationLink = z.infer<typeof InvitationLink>;

export const AccountChange = z.strictObject({ account: AccountId });
export type AccountChange = z.infer<typeof AccountChange>;

export const RoleChange = z.strictObject({ account: AccountId, role: LibraryRole });
export type RoleChange = z.infer<typeof RoleChange>;

/** One thing that somebody did. `by` is the name of the account, or null for a command at the server. */
export const Audited = z.strictObject({
  id: z.string(),
  at: z.iso.datetime(),
  by: z.string().nullable(),
  what: z.string(),
  onWhat: z.string(),
});
export type Audited = z.infer<typeof Audited>;

/** Of a line of the audit trail. */
export const AuditId = z.string().regex(/^[0-9a-f-]{1,60}$/);

/** Newest first; `GET /api/v1/audit?before=ID` gives the page before. */
export const AuditPage = z.strictObject({ entries: z.array(Audited), more: z.boolean() });
export type AuditPage = z.infer<typeof AuditPage>;
