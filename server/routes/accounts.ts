import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  AccountChange,
  AccountList,
  AuditId,
  AuditPage,
  Done,
  InvitationLink,
  NewAccount,
  RoleChange,
} from '../../core/contract/administration/account.ts';
import { LibraryId } from '../../core/contract/repository/names.ts';
import { Refusal } from '../../core/contract/sync/batch.ts';
import { readAudit } from '../accounts/audit.ts';
import { changeRole, endAccount, inviteAgain, listAccounts } from '../accounts/change-account.ts';
import { needFreshProof } from '../accounts/fresh-proof.ts';
import { addAccount, type Invited, invitationLink } from '../accounts/invitations.ts';
import { ownOrigin } from '../accounts/own-origin.ts';
import { libraryOf, permit } from '../accounts/permit.ts';
import { tokenOf } from '../accounts/session-cookie.ts';
import { RefusedError } from '../http/refusal.ts';

const REFUSALS = { '4xx': Refusal, '5xx': Refusal };

/** `/api/v1/accounts…` and `/api/v1/audit`: an administrator looks after the accounts of the library, and sees what was done. */
export function serveAccountList(app: FastifyInstance): void {
  const { store } = app.administration;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const administrator = { onRequest: permit('administrator') };
  /** What lets somebody in, or lets them do more, wants to know who is here: not who found a browser that was left signed in. */
  const proved = {
    onRequest: [
      permit('administrator'),
      async (request: FastifyRequest) => needFreshProof(store.db, tokenOf(request), new Date()),
    ],
  };
  const querystring = z.strictObject({ library: LibraryId.optional() });
  routes.get(
    '/api/v1/accounts',
    {
      ...administrator,
      schema: {
        summary: 'The accounts of the library.',
        querystring,
        response: { 200: AccountList, ...REFUSALS },
      },
    },
    async (request) => listAccounts(store, libraryOf(request)),
  );
  routes.post(
    '/api/v1/accounts',
    {
      ...proved,
      schema: {
        summary: 'Makes an account, and its invitation.',
        querystring,
        body: NewAccount,
        response: { 200: InvitationLink, ...REFUSALS },
      },
    },
    async (request) => {
      const library = libraryOf(request);
      const invited = await addAccount(store, { ...request.body, library }, request.account, new Date());
      if (invited === undefined)
        throw new RefusedError('taken', 'There is an account of this name already. Choose another name.');
      return linkOf(request, invited);
    },
  );
  routes.post(
    '/api/v1/accounts/role',
    {
      ...proved,
      schema: {
        summary: 'Gives an account another role; its sessions end.',
        querystring,
        body: RoleChange,
        response: { 200: Done, ...REFUSALS },
      },
    },
    async (request) => {
      await changeRole(store, actorOf(request), request.body.account, request.body.role);
      return {};
    },
  );
  routes.post(
    '/api/v1/accounts/end',
    {
      ...administrator,
      schema: {
        summary: 'Ends an account for good.',
        querystring,
        body: AccountChange,
        response: { 200: Done, ...REFUSALS },
      },
    },
    async (request) => {
      await endAccount(store, actorOf(request), request.body.account);
      return {};
    },
  );
  routes.post(
    '/api/v1/accounts/invitation',
    {
      ...proved,
      schema: {
        summary: 'A new invitation, for who lost the password or the telephone.',
        querystring,
        body: AccountChange,
        response: { 200: InvitationLink, ...REFUSALS },
      },
    },
    async (request) =>
      linkOf(request, await inviteAgain(store, actorOf(request), request.body.account, new Date())),
  );
  routes.get(
    '/api/v1/audit',
    {
      ...administrator,
      schema: {
        summary: 'What was done, newest first. For an operator who names no library: what was about none.',
        querystring: querystring.extend({ before: AuditId.optional() }),
        response: { 200: AuditPage, ...REFUSALS },
      },
    },
    async (request) => readAudit(store.db, request.account.library, request.query.before),
  );
}

function actorOf(request: FastifyRequest) {
  return { ...request.account, library: libraryOf(request) };
}

function linkOf(request: FastifyRequest, { account, token, expiresAt }: Invited): InvitationLink {
  return { account, link: invitationLink(ownOrigin(request), token), expiresAt };
}
