import { z } from 'zod';
import {
  Invitation,
  InvitationToken,
  PasskeyAnswer,
  PasskeyChallenge,
  PasskeyStart,
  PasswordSignIn,
  PasswordStart,
  Session,
  SignInWays,
  Started,
} from './account.ts';
import type { Route } from './route.ts';

const Nothing = z.strictObject({});

/** The routes of signing in and out, as `account.ts` tells them. */
export const SIGN_IN_ROUTES = {
  session: {
    method: 'GET',
    path: '/api/v1/session',
    role: null,
    summary: 'Who is signed in.',
    reply: Session,
  },
  signOut: {
    method: 'DELETE',
    path: '/api/v1/session',
    role: null,
    summary: 'Signs out.',
    body: Nothing,
    reply: z.unknown(),
  },
  ways: {
    method: 'GET',
    path: '/api/v1/sign-in',
    role: null,
    summary: 'How to sign in here.',
    reply: SignInWays,
  },
  password: {
    method: 'POST',
    path: '/api/v1/sign-in/password',
    role: null,
    summary: 'Signs in with a password and a code.',
    body: PasswordSignIn,
    reply: Session,
  },
  challenge: {
    method: 'POST',
    path: '/api/v1/sign-in/passkey/challenge',
    role: null,
    summary: 'What a passkey signs.',
    body: Nothing,
    reply: PasskeyChallenge,
  },
  passkey: {
    method: 'POST',
    path: '/api/v1/sign-in/passkey',
    role: null,
    summary: 'Signs in with a passkey.',
    body: PasskeyAnswer,
    reply: Session,
  },
  invitation: {
    method: 'POST',
    path: '/api/v1/invitation',
    role: null,
    summary: 'What an invitation is for.',
    body: InvitationToken,
    reply: Invitation,
  },
  startWithPassword: {
    method: 'POST',
    path: '/api/v1/invitation/password',
    role: null,
    summary: 'Begins an account with a password.',
    body: PasswordStart,
    reply: Started,
  },
  passkeyChallenge: {
    method: 'POST',
    path: '/api/v1/invitation/passkey/challenge',
    role: null,
    summary: 'What a new passkey signs.',
    body: InvitationToken,
    reply: PasskeyChallenge,
  },
  startWithPasskey: {
    method: 'POST',
    path: '/api/v1/invitation/passkey',
    role: null,
    summary: 'Begins an account with a passkey.',
    body: PasskeyStart,
    reply: Started,
  },
} as const satisfies Record<string, Route>;
