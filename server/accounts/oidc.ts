import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { RefusedError } from '../http/refusal.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { PROOF_MS } from './fresh-proof.ts';
import { type OidcSettings, rightsFrom } from './oidc-settings.ts';
import { isLoopback } from './own-origin.ts';
import { hashToken, makeToken } from './secret-token.ts';
import { signInWithClaims } from './sign-in-with-claims.ts';
import type { Opened } from './sign-in-with-password.ts';

/** Where the issuer sends a browser back to. */
export const OIDC_RETURN = '/api/v1/sign-in/oidc/return';
/** So long somebody may take to sign in there. */
export const OIDC_MS = 10 * 60_000;

/** Signing in at an OpenID provider: the code flow, with PKCE, state and nonce. */
export type Oidc = {
  readonly label: string;
  /** Where to send a browser, and what its cookie must hold when it comes back. Throws RefusedError when the issuer is silent. */
  readonly begin: (origin: string, now: Date) => Promise<{ readonly address: URL; readonly browser: string }>;
  /** Signs in a browser that came back with a query. Throws RefusedError. */
  readonly end: (origin: string, query: string, browser: string | undefined, now: Date) => Promise<Opened>;
};

/** Made without asking the issuer: that is done when somebody signs in, and again until it answers. */
export function makeOidc(store: ServerStore, settings: OidcSettings): Oidc {
  let discovered: Promise<Configuration> | undefined;
  const configure = async () => {
    discovered ??= discover(settings);
    try {
      return await discovered;
    } catch {
      discovered = undefined;
      throw new RefusedError(
        'unavailable',
        'The sign-in of the organisation does not answer. Try again later.',
      );
    }
  };
  return {
    label: settings.label,
    begin: async (origin, now) => {
      const configuration = await configure();
      const [state, nonce, verifier, browser] = [
        randomState(),
        randomNonce(),
        randomPKCECodeVerifier(),
        makeToken(),
      ];
      await store.db.deleteFrom('oidc_sign_ins').where('expires_at', '<=', now.toISOString()).execute();
      await store.db
        .insertInto('oidc_sign_ins')
        .values({
          ...{ state: hashToken(state), browser: hashToken(browser), nonce, verifier },
          expires_at: new Date(now.getTime() + OIDC_MS).toISOString(),
        })
        .execute();
      const address = buildAuthorizationUrl(configuration, {
        redirect_uri: origin + OIDC_RETURN,
        scope: settings.scope,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        // Else whoever finds a browser that somebody left is let in by the session that this has at the issuer, and nobody was asked.
        max_age: String(PROOF_MS / 1000),
      });
      return { address, browser };
    },
    end: async (origin, query, browser, now) => {
      const state = new URLSearchParams(query).get('state') ?? '';
      const begun = await store.db
        .deleteFrom('oidc_sign_ins')
        .where('state', '=', hashToken(state))
        .where('browser', '=', hashToken(browser ?? ''))
        .where('expires_at', '>', now.toISOString())
        .returning(['nonce', 'verifier'])
        .executeTakeFirst();
      if (begun === undefined) throw refused();
      const tokens = await authorizationCodeGrant(
        await configure(),
        new URL(`${origin}${OIDC_RETURN}?${query}`),
        {
          expectedState: state,
          expectedNonce: begun.nonce,
          pkceCodeVerifier: begun.verifier,
          idTokenExpected: true,
        },
      ).catch(() => undefined);
      const claims = tokens?.claims();
      const rights = claims === undefined ? undefined : rightsFrom(settings, claims);
      if (claims === undefined) throw refused();
      const named = settings.nameClaim === undefined ? undefined : claims[settings.nameClaim];
      const who = {
        issuer: claims.iss,
        subject: claims.sub,
        name: typeof named === 'string' ? named : undefined,
        provedAt: provedAt(claims.auth_time, now),
      };
      const opened = await signInWithClaims(store, who, rights, now);
      if (opened === undefined) throw refused();
      return opened;
    },
  };
}

/**
 * When somebody signed in at the issuer, for what wants a fresh proof; long ago where it does not say so: the browser carries what
 * the issuer is asked, and may leave that out. An issuer whose clock is ahead proves nothing for longer.
 */
function provedAt(authTime: number | undefined, now: Date): Date {
  return new Date(Math.min((authTime ?? 0) * 1000, now.getTime()));
}

async function discover({ issuer, clientId, secret }: OidcSettings): Promise<Configuration> {
  const url = new URL(issuer);
  // Without TLS only on the own computer, as the tests do: elsewhere anybody on the way could be the issuer.
  const execute = url.protocol === 'http:' && isLoopback(url) ? [allowInsecureRequests] : [];
  return discovery(url, clientId, undefined, ClientSecretBasic(secret), { execute });
}

function refused(): RefusedError {
  return new RefusedError('sign-in-failed', 'The organisation did not say that you may come in here.');
}
