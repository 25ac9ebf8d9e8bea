import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  faultOfPassword,
  Invitation,
  InvitationToken,
  PasskeyChallenge,
  PasskeyStart,
  PasswordStart,
  Started,
} from '../../core/contract/administration/account.ts';
import { Refusal } from '../../core/contract/sync/batch.ts';
import type { AccountRow } from '../accounts/account-tables.ts';
import { writeAudit } from '../accounts/audit.ts';
import { accountOf } from '../accounts/find-account.ts';
import { readInvitation, spendInvitation, startWithPassword } from '../accounts/invitations.ts';
import { totpUri } from '../accounts/one-time-code.ts';
import { ownOrigin, refuseForeign } from '../accounts/own-origin.ts';
import { askForNewPasskey, hasPasskeys, keepPasskey, proveNewPasskey } from '../accounts/passkeys.ts';
import { hashToken } from '../accounts/secret-token.ts';
import { openSession } from '../accounts/sessions.ts';
import { RefusedError } from '../http/refusal.ts';
import { letIn } from './sign-in.ts';

const REFUSALS = { '4xx': Refusal, '5xx': Refusal };

/** `/api/v1/invitation…`: an account begins, with a password or a passkey. */
export function serveInvitation(app: FastifyInstance): void {
  const { store, limited } = app.administration;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const open = { ...limited, onRequest: refuseForeign };
  routes.post(
    '/api/v1/invitation',
    {
      ...open,
      schema: {
        summary: 'What an invitation is for.',
        body: InvitationToken,
        response: { 200: Invitation, ...REFUSALS },
      },
    },
    async (request) => {
      const { account, totpSecret, libraryName } = await readInvitation(
        store,
        request.body.token,
        new Date(),
      );
      return {
        account: accountOf(account),
        libraryName,
        passkey: hasPasskeys(ownOrigin(request)),
        secret: totpSecret,
        uri: totpUri(totpSecret, account.name, account.library),
      };
    },
  );
  routes.post(
    '/api/v1/invitation/password',
    {
      ...open,
      schema: {
        summary: 'Starts an account with a password.',
        body: PasswordStart,
        response: { 200: Started, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const now = new Date();
      const { account } = await readInvitation(store, request.body.token, now);
      refuseWeak(request.body.password, account);
      const { recoveryCodes, ...opened } = await startWithPassword(store, request.body, now);
      return { session: await letIn(request, reply, opened), recoveryCodes };
    },
  );
  routes.post(
    '/api/v1/invitation/passkey/challenge',
    {
      ...open,
      schema: {
        summary: 'Asks a browser for a first passkey.',
        body: InvitationToken,
        response: { 200: PasskeyChallenge, ...REFUSALS },
      },
    },
    async (request) => {
      const { token } = request.body;
      const { account } = await readInvitation(store, token, new Date());
      return askForNewPasskey(store, ownOrigin(request), account, purposeOf(token), new Date());
    },
  );
  routes.post(
    '/api/v1/invitation/passkey',
    {
      ...open,
      schema: {
        summary: 'Starts an account with a passkey.',
        body: PasskeyStart,
        response: { 200: Started, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const now = new Date();
      const { token, name } = request.body;
      await readInvitation(store, token, now);
      const passkey = await proveNewPasskey(store, ownOrigin(request), request.body, purposeOf(token), now);
      const opened = await store.db.transaction().execute(async (trx) => {
        const account = await spendInvitation(trx, token, now, {
          password: null,
          totp_secret: null,
          totp_last: 0,
        });
        await keepPasskey(trx, account, name, passkey, now);
        await writeAudit(trx, account, 'account-started', 'passkey');
        return { ...(await openSession(trx, account, now)), account };
      });
      return { session: await letIn(request, reply, opened), recoveryCodes: [] };
    },
  );
}

/** Refuses a password that others would try first. Throws RefusedError. */
export function refuseWeak(password: string, { name, library }: Pick<AccountRow, 'name' | 'library'>): void {
  if (faultOfPassword(password, [name, library ?? '', 'balie']) !== undefined)
    throw new RefusedError(
      'bad-request',
      'Choose another password: of twelve letters or more, not a few over and over, without the name of the account or the library.',
    );
}

function purposeOf(token: string): string {
  return `invitation ${hashToken(token)}`;
}
