import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  Done,
  NewPasskey,
  OwnAccount,
  PasskeyChallenge,
  PasskeyToRemove,
  PasswordChange,
  Proof,
  RecoveryCodes,
} from '../../core/contract/administration/account.ts';
import { Refusal } from '../../core/contract/sync/batch.ts';
import type { AccountRow } from '../accounts/account-tables.ts';
import { writeAudit } from '../accounts/audit.ts';
import { needFreshProof, proveAgain, purposeOfProof } from '../accounts/fresh-proof.ts';
import { knownBrowser } from '../accounts/known-browser.ts';
import { changePassword, ownRow, readOwnAccount, removePasskey } from '../accounts/own-account.ts';
import { ownOrigin } from '../accounts/own-origin.ts';
import { askForNewPasskey, askForPasskey, keepPasskey, proveNewPasskey } from '../accounts/passkeys.ts';
import { permit } from '../accounts/permit.ts';
import { makeRecoveryCodes } from '../accounts/recovery-codes.ts';
import { tokenOf } from '../accounts/session-cookie.ts';
import { endOtherSessions } from '../accounts/sessions.ts';
import { RefusedError } from '../http/refusal.ts';
import { refuseWeak } from './invitation.ts';

const REFUSALS = { '4xx': Refusal, '5xx': Refusal };

/** `/api/v1/account…`: how the own account signs in. */
export function serveOwnAccount(app: FastifyInstance): void {
  const { store, limited } = app.administration;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const own = { onRequest: permit('reader') };
  routes.get(
    '/api/v1/account',
    { ...own, schema: { summary: 'The own account.', response: { 200: OwnAccount, ...REFUSALS } } },
    async (request) => readOwnAccount(store, request.account, tokenOf(request)),
  );
  routes.post(
    '/api/v1/account/password',
    {
      ...own,
      ...limited,
      schema: {
        summary: 'Changes the own password.',
        body: PasswordChange,
        response: { 200: Done, ...REFUSALS },
      },
    },
    async (request) => {
      refuseWeak(request.body.newPassword, await ownRow(store, request.account));
      await changePassword(store, request.account, request.body, await knownBrowser(request), new Date());
      return {};
    },
  );
  routes.post(
    '/api/v1/account/proof/challenge',
    {
      ...own,
      schema: {
        summary: 'Asks a browser for a passkey that is there already.',
        body: Done,
        response: { 200: PasskeyChallenge, ...REFUSALS },
      },
    },
    async (request) => askForPasskey(store, ownOrigin(request), new Date(), purposeOfProof(request.account)),
  );
  routes.post(
    '/api/v1/account/proof',
    {
      ...own,
      ...limited,
      schema: {
        summary: 'Proves once more who is here: a passkey, or a password and a code.',
        body: Proof,
        response: { 200: Done, ...REFUSALS },
      },
    },
    async (request) => {
      const session = { actor: request.account, token: tokenOf(request) };
      const given = { proof: request.body, browser: await knownBrowser(request) };
      await proveAgain(store, ownOrigin(request), session, given, new Date());
      return {};
    },
  );
  routes.post(
    '/api/v1/account/sessions/end',
    {
      ...own,
      schema: {
        summary: 'Signs out everywhere but here.',
        body: Done,
        response: { 200: OwnAccount, ...REFUSALS },
      },
    },
    async (request) => {
      const { account } = request;
      await store.db.transaction().execute(async (trx) => {
        const ended = await endOtherSessions(trx, account.id, tokenOf(request));
        await writeAudit(trx, account, 'sessions-ended', `${account.name} (${ended})`);
      });
      return readOwnAccount(store, account, tokenOf(request));
    },
  );
  routes.post(
    '/api/v1/account/passkeys/challenge',
    {
      ...own,
      schema: {
        summary: 'Asks a browser for a further passkey.',
        body: Done,
        response: { 200: PasskeyChallenge, ...REFUSALS },
      },
    },
    async (request) => {
      await needFreshProof(store.db, tokenOf(request), new Date());
      const row = mayHavePasskey(await ownRow(store, request.account));
      return askForNewPasskey(store, ownOrigin(request), row, purposeOf(row.id), new Date());
    },
  );
  routes.post(
    '/api/v1/account/passkeys',
    {
      ...own,
      schema: {
        summary: 'Keeps a further passkey.',
        body: NewPasskey,
        response: { 200: OwnAccount, ...REFUSALS },
      },
    },
    async (request) => {
      const row = mayHavePasskey(await ownRow(store, request.account));
      const now = new Date();
      const passkey = await proveNewPasskey(store, ownOrigin(request), request.body, purposeOf(row.id), now);
      await store.db.transaction().execute(async (trx) => {
        await keepPasskey(trx, row, request.body.name, passkey, now);
        await writeAudit(trx, request.account, 'passkey-added', request.body.name);
      });
      return readOwnAccount(store, request.account, tokenOf(request));
    },
  );
  routes.post(
    '/api/v1/account/passkeys/remove',
    {
      ...own,
      schema: {
        summary: 'Takes a passkey away.',
        body: PasskeyToRemove,
        response: { 200: OwnAccount, ...REFUSALS },
      },
    },
    async (request) => {
      await removePasskey(store, request.account, request.body.id);
      return readOwnAccount(store, request.account, tokenOf(request));
    },
  );
  routes.post(
    '/api/v1/account/recovery-codes',
    {
      ...own,
      schema: {
        summary: 'New recovery codes, in the place of the old ones.',
        body: Done,
        response: { 200: RecoveryCodes, ...REFUSALS },
      },
    },
    async (request) => {
      await needFreshProof(store.db, tokenOf(request), new Date());
      const row = await ownRow(store, request.account);
      if (row.password === null)
        throw new RefusedError('not-allowed', 'An account without a password has no use for recovery codes.');
      const recoveryCodes = await store.db.transaction().execute(async (trx) => {
        await writeAudit(trx, request.account, 'recovery-codes-made', row.name);
        return makeRecoveryCodes(trx, row);
      });
      return { recoveryCodes };
    },
  );
}

/** With a passkey of its own an account would outlive what the organisation says of it. */
function mayHavePasskey(row: AccountRow): AccountRow {
  if (row.subject === null) return row;
  throw new RefusedError(
    'not-allowed',
    'This account signs in through the organisation; it has no passkeys.',
  );
}

function purposeOf(account: string): string {
  return `account ${account}`;
}
