import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** A real OpenID provider on loopback, whose one client is the server at an origin. */
export type OwnProvider = {
  readonly issuer: string;
  readonly secret: string;
  readonly clientId: string;
  /** Who comes next, what the provider says of them, and for how many seconds they were signed in there. */
  readonly next: (subject: string, claims: Readonly<Record<string, unknown>>, since?: number) => void;
  /** Walks the pages of the provider from an address to where it sends a browser back to. */
  readonly walk: (address: string) => Promise<string>;
  readonly remove: () => Promise<void>;
};

/** Starts it. Whoever comes is signed in at once, as the one that `next` named: its own pages are not what is tested. */
export async function startOwnProvider(redirectUris: string[]): Promise<OwnProvider> {
  const http: Server = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const [clientId, secret] = ['balie', 'a secret of thirty-two letters !'];
  let coming = { subject: 'nobody', claims: {} as Readonly<Record<string, unknown>>, since: 0 };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: secret,
        redirect_uris: redirectUris,
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub', 'roles', 'title'] },
    conformIdTokenClaims: false, // with a code alone too, claims are in the ID token, as most providers do it
    ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60 },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['only for this test'] },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_context: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId, ...coming.claims }),
    }),
  });
  const callback = provider.callback();
  http.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response);
    const { params } = await provider.interactionDetails(request, response);
    const grant = new provider.Grant({ accountId: coming.subject, clientId: String(params['client_id']) });
    grant.addOIDCScope(String(params['scope']));
    const login = { accountId: coming.subject, ts: Math.floor(Date.now() / 1000) - coming.since };
    const result = { login, consent: { grantId: await grant.save() } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  return {
    ...{ issuer, clientId, secret },
    next: (subject, claims, since = 0) => {
      coming = { subject, claims, since };
    },
    walk: async (address) => {
      const cookies = new Map<string, string>();
      let at = address;
      for (let step = 0; step < 10 && at.startsWith(issuer); step++) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const reply = await fetch(at, { redirect: 'manual', headers: { cookie } });
        for (const line of reply.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          cookies.set(name, value);
        }
        const to = reply.headers.get('location');
        if (to === null)
          throw new Error(`The provider said ${reply.status}: ${(await reply.text()).slice(0, 500)}`);
        at = new URL(to, at).href;
      }
      return at;
    },
    remove: () =>
      new Promise((resolve) => {
        http.closeAllConnections();
        http.close(() => resolve());
      }),
  };
}
