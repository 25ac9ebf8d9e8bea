import { randomBytes, randomUUID } from 'node:crypto';
import { LEAST_PASSWORD } from '../../../core/contract/administration/account.ts';
import type { Role } from '../../../core/contract/administration/role.ts';
import { aSchedule } from '../../builders/a-service.ts';

/** Things of the library "delft", which a route may be asked for. Whoever adds a kind adds it in `things-of-delft.ts`. */
export type Things = Readonly<
  Record<
    | ('account' | 'passkey' | 'branch' | 'publisher' | 'partner' | 'person')
    | ('rollout' | 'device' | 'waiting' | 'service'),
    string
  >
>;

/**
 * Who may use a route: a role and those above it; `everybody` without signing in; or a `device`, which signs.
 * `ask`: a request about things of Delft, as the route describes it. `own`: it is about the own account, so an operator names no
 * library.
 */
export type RouteRoles = {
  readonly who: Role | 'everybody' | 'device';
  readonly own?: true;
  /** Any library is told it, by choice: what is published (decision 28), and the plan of a branch (decision 29). */
  readonly published?: true;
  /** Why Delft itself gets nothing by the sample that is Delft's alone, or changes nothing by it; and what looks at it instead. */
  readonly unmarked?: string;
  /** It answers with a page for people; this is what that says to what another page had the browser send. */
  readonly page?: string;
  readonly ask?: (of: Things) => {
    readonly path?: string;
    readonly body?: unknown;
    /** Bodies of the other kinds that it takes: for the texts in them. */
    readonly others?: readonly unknown[];
  };
};

/** Only to see which rows have a body. */
export const NO_THINGS: Things = {
  ...{ account: '', passkey: '', branch: '', publisher: '', partner: '', person: '' },
  ...{ rollout: '', device: '', waiting: '', service: '' },
};

/** Samples of all kinds of body that a route takes; together they have every text that it takes. */
export function bodiesOf(route: string, of: Things): readonly unknown[] {
  const { body, others = [] } = ROUTE_ROLES[route]?.ask?.(of) ?? {};
  return [body, ...others];
}

const token = randomBytes(32).toString('base64url');
const password = 'x'.repeat(LEAST_PASSWORD);
const answer = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  response: {
    clientDataJSON: 'AAAA',
    authenticatorData: 'AAAA',
    signature: 'AAAA',
    attestationObject: 'AAAA',
  },
  clientExtensionResults: {},
};
const passkey = { challenge: randomUUID(), answer };
const serviceEdit = {
  ...{ name: 'Desk', organization: 'Library', description: '', application_process: '' },
  ...{ fees_description: '', email: '', phone: '', url: '', status: 'active', assured_date: '' },
};
/** All that may be agreed with a partner. */
const agreement = {
  ...{ name: 'Other', kind: 'other', contact: 'Desk', phone: '015 000 00 00', email: 'desk@other.example' },
  ...{ website: 'https://other.example/', review_by: '2090-06-30' },
  recipient: 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
};
/** Hours with every text that they may have. */
const fullSchedule = aSchedule({
  ...{ freq: 'MONTHLY', byday: '1MO', bymonthday: '1,2,3', dtstart: '2026-11-02', until: '2027-11-01' },
  ...{ valid_from: '2026-11-01', valid_to: '2027-11-01', description: 'Open', notes: 'Ring the bell' },
  ...{ schedule_link: 'https://other.example/hours', attending_type: 'PHYSICAL' },
  attributes: [
    {
      ...{ id: 'mark', link_type: 'mark', value: 'yes', label: 'name' },
      taxonomy_term: {
        ...{ id: 'term', code: 'quiet', name: 'Quiet', description: 'Few people', parent_id: 'terms' },
        ...{ taxonomy: 'marks', language: 'en', term_uri: 'https://other.example/term' },
      },
    },
  ],
});
const nothing = () => ({ body: {} });
/** A version of the pack that Delft publishes. */
const version = '/api/v1/packs/delft/klein/stable/1';
const ownWay = 'It wants a real password or passkey of the account that asks: accounts-suite.ts.';

/** Every route that the server has, and who may use it. A new route goes in here; the test says so. */
export const ROUTE_ROLES: Readonly<Record<string, RouteRoles>> = {
  'GET /health': { who: 'everybody' },
  'GET /ready': { who: 'everybody' },
  'GET /metrics': { who: 'everybody' }, // the web server before it keeps it in (docs/operators.md)
  'GET /docs': { who: 'everybody' },
  'GET /docs/openapi.json': { who: 'everybody' },
  'GET /docs/style.css': { who: 'everybody' },
  'GET /': { who: 'everybody' },
  'GET /administration/*': { who: 'everybody', ask: () => ({ path: '/administration/devices' }) },
  'GET /administration/assets/*': {
    who: 'everybody',
    ask: () => ({ path: '/administration/assets/none.js' }),
  },
  'GET /administration/preview/:library/:pack/:channel/:version/': {
    who: 'everybody', // the page, which says nothing of its own
    ask: () => ({ path: '/administration/preview/delft/klein/stable/1/' }),
  },
  'GET /administration/preview/:library/:pack/:channel/:version/media/*': {
    who: 'reader',
    published: true,
    ask: () => ({ path: '/administration/preview/delft/klein/stable/1/media/klein/huis.png' }),
  },
  'GET /repository/*': { who: 'everybody', ask: () => ({ path: '/repository/metadata/timestamp.json' }) },

  'POST /api/v1/enrolments': {
    who: 'everybody',
    ask: () => ({ body: { code: '7K2M-Q9XB-41TD', key: 'A'.repeat(43), profile: 'kiosk', appVersion: '1' } }),
  },
  'POST /api/v1/batches': { who: 'device', ask: nothing },
  'POST /api/v1/handovers': { who: 'device', ask: nothing },
  'GET /overdracht': { who: 'everybody' },
  'GET /overdracht/style.css': { who: 'everybody' },
  'POST /overdracht': {
    who: 'everybody',
    page: 'Dit kan alleen op deze pagina',
    ask: () => ({ body: { code: '7K2-MQ9-XB4' } }),
  },
  'POST /api/v1/people': { who: 'device', ask: nothing },
  'POST /api/v1/publications': { who: 'device', ask: nothing },

  'GET /api/v1/sign-in': { who: 'everybody' },
  'POST /api/v1/sign-in/password': {
    who: 'everybody',
    ask: () => ({ body: { library: 'delft', name: 'Nobody', password, code: '000000' } }),
  },
  'POST /api/v1/sign-in/passkey/challenge': { who: 'everybody', ask: nothing },
  'POST /api/v1/sign-in/passkey': { who: 'everybody', ask: () => ({ body: passkey }) },
  'GET /api/v1/sign-in/oidc': { who: 'everybody' },
  'GET /api/v1/sign-in/oidc/return': { who: 'everybody' },
  'POST /api/v1/invitation': { who: 'everybody', ask: () => ({ body: { token } }) },
  'POST /api/v1/invitation/password': {
    who: 'everybody',
    ask: () => ({ body: { token, password, code: '000000' } }),
  },
  'POST /api/v1/invitation/passkey/challenge': { who: 'everybody', ask: () => ({ body: { token } }) },
  'POST /api/v1/invitation/passkey': {
    who: 'everybody',
    ask: () => ({ body: { token, name: 'Key', ...passkey } }),
  },

  'GET /api/v1/session': { who: 'reader', own: true },
  'DELETE /api/v1/session': { who: 'reader', own: true, ask: nothing },
  'GET /api/v1/account': { who: 'reader', own: true },
  'POST /api/v1/account/password': {
    who: 'reader',
    own: true,
    unmarked: ownWay,
    ask: () => ({ body: { password, code: '000000', newPassword: 'vier paarden in de gang' } }),
  },
  'POST /api/v1/account/proof/challenge': { who: 'reader', own: true, unmarked: ownWay, ask: nothing },
  'POST /api/v1/account/proof': {
    who: 'reader',
    own: true,
    unmarked: ownWay,
    ask: () => ({
      body: { by: 'password', password, code: '000000' },
      others: [{ by: 'passkey', ...passkey }],
    }),
  },
  'POST /api/v1/account/sessions/end': { who: 'reader', own: true, ask: nothing },
  'POST /api/v1/account/passkeys/challenge': { who: 'reader', own: true, unmarked: ownWay, ask: nothing },
  'POST /api/v1/account/passkeys': {
    who: 'reader',
    own: true,
    unmarked: ownWay,
    ask: () => ({ body: { name: 'Key', ...passkey } }),
  },
  'POST /api/v1/account/passkeys/remove': {
    who: 'reader',
    own: true,
    ask: (of) => ({ body: { id: of.passkey } }),
  },
  'POST /api/v1/account/recovery-codes': { who: 'reader', own: true, unmarked: ownWay, ask: nothing },

  'GET /api/v1/accounts': { who: 'administrator' },
  'POST /api/v1/accounts': {
    who: 'administrator',
    ask: () => ({ body: { name: `Desk ${randomUUID()}`, role: 'reader' } }),
  },
  'POST /api/v1/accounts/role': {
    who: 'administrator',
    ask: (of) => ({ body: { account: of.account, role: 'publisher' } }),
  },
  'POST /api/v1/accounts/invitation': {
    who: 'administrator',
    ask: (of) => ({ body: { account: of.account } }),
  },
  'POST /api/v1/accounts/end': { who: 'administrator', ask: (of) => ({ body: { account: of.account } }) },
  'GET /api/v1/audit': { who: 'administrator' },

  'GET /api/v1/plans/:library/:branch': {
    who: 'everybody', // the same for all devices of a branch, and no secret
    published: true,
    ask: (of) => ({ path: `/api/v1/plans/delft/${of.branch}` }),
  },
  'GET /api/v1/rollouts': { who: 'reader' },
  'POST /api/v1/rollouts': {
    who: 'publisher',
    ask: (of) => ({
      body: { publisher: 'delft', pack: 'klein', version: 2, branches: [of.branch] },
      others: [{ publisher: 'delft', pack: 'klein', version: 2, startsAt: '2090-11-01T12:00:00.000Z' }],
    }),
  },
  'POST /api/v1/rollouts/:rollout/changes': {
    who: 'publisher',
    ask: (of) => ({
      path: `/api/v1/rollouts/${of.rollout}/changes`,
      body: { act: 'hold', why: 'a wrong amount' },
      others: [{ act: 'widen', share: 100, branches: [of.branch] }],
    }),
  },
  'GET /api/v1/branches/hours': { who: 'reader' },
  'PUT /api/v1/branches/:branch/hours': {
    who: 'administrator',
    ask: (of) => ({ path: `/api/v1/branches/${of.branch}/hours`, body: { schedules: [fullSchedule] } }),
  },
  'GET /api/v1/alerts': { who: 'reader' },
  'GET /api/v1/set-aside': {
    who: 'reader',
    unmarked: 'It tells how many there are, and why: a test of its own in routes-suite.ts.',
  },
  'POST /api/v1/set-aside/judgements': { who: 'administrator', ask: nothing },

  'GET /api/v1/devices': { who: 'reader' },
  'POST /api/v1/devices/:device/approval': {
    who: 'administrator',
    ask: (of) => ({ path: `/api/v1/devices/${of.waiting}/approval`, body: {} }),
  },
  'POST /api/v1/devices/:device/revocation': {
    who: 'administrator',
    ask: (of) => ({ path: `/api/v1/devices/${of.device}/revocation`, body: {} }),
  },
  'POST /api/v1/devices/:device/replacement': {
    who: 'administrator',
    ask: (of) => ({ path: `/api/v1/devices/${of.device}/replacement`, body: {} }),
  },
  'POST /api/v1/enrolment-codes': {
    who: 'administrator',
    ask: (of) => ({ body: { branch: of.branch } }),
  },

  'GET /api/v1/staff': { who: 'administrator' },
  'POST /api/v1/staff': {
    who: 'administrator',
    ask: () => ({ body: { id: `balie-${randomUUID()}`, name: 'Sam', role: 'staff' } }),
  },
  'PUT /api/v1/staff/:person': {
    who: 'administrator',
    ask: (of) => ({ path: `/api/v1/staff/${of.person}`, body: { name: 'Sam', role: 'admin' } }),
  },
  'DELETE /api/v1/staff/:person': {
    who: 'administrator',
    ask: (of) => ({ path: `/api/v1/staff/${of.person}`, body: {} }),
  },

  'GET /api/v1/libraries': {
    who: 'operator',
    own: true,
    unmarked: 'It is for an operator alone, who is told of all libraries.',
  },

  'GET /api/v1/directory/services': { who: 'reader' },
  'GET /api/v1/directory/services.json': { who: 'reader' },
  'GET /api/v1/directory/services/:service': {
    who: 'reader',
    ask: (of) => ({ path: `/api/v1/directory/services/${of.service}` }),
  },
  'POST /api/v1/directory/services': {
    who: 'editor',
    ask: () => ({ body: { edit: serviceEdit, reviewBy: '2027-05-01' } }),
  },
  'PUT /api/v1/directory/services/:service': {
    who: 'editor',
    ask: (of) => ({
      path: `/api/v1/directory/services/${of.service}`,
      body: { edit: serviceEdit, reviewBy: '2027-05-01', changedAt: '2026-11-01T12:00:00.000Z' },
    }),
  },
  'DELETE /api/v1/directory/services/:service': {
    who: 'editor',
    ask: (of) => ({ path: `/api/v1/directory/services/${of.service}`, body: {} }),
  },
  'POST /api/v1/directory/brought-in': {
    who: 'editor',
    // A service is a loose object: these are texts that a page shows.
    ask: () => ({
      body: {
        service: {
          ...{
            id: randomUUID(),
            name: 'Desk',
            status: 'active',
            description: 'Help',
            url: 'https://other.example/',
          },
          ...{ email: 'desk@other.example', organization: { id: 'other', name: 'Other' } },
        },
      },
    }),
  },
  'POST /api/v1/directory/services/:service/reminder': {
    who: 'editor',
    ask: (of) => ({ path: `/api/v1/directory/services/${of.service}/reminder`, body: {} }),
  },

  'GET /api/v1/packs': { who: 'reader', published: true },
  'GET /api/v1/packs/:library/:pack/:channel/:version': {
    who: 'reader',
    published: true,
    ask: () => ({ path: version.replace('stable', 'test') }),
  },
  'GET /api/v1/packs/:library/:pack/:channel/:version/flows/:flow': {
    who: 'reader',
    published: true,
    ask: () => ({ path: `${version}/flows/huur` }),
  },
  'POST /api/v1/packs/:library/:pack/:channel/:version/questions': {
    who: 'reader',
    published: true,
    ask: () => ({ path: `${version}/questions`, body: { channel: 'content:flow', input: { flow: 'huur' } } }),
  },
  'GET /api/v1/use': { who: 'reader' },
  'GET /api/v1/reports': { who: 'reader' },
  'GET /api/v1/reports/report.css': { who: 'everybody' },
  'GET /api/v1/reports/:month': { who: 'reader', ask: () => ({ path: '/api/v1/reports/2026-10' }) },
  'GET /api/v1/reports/:month/report.:form': {
    who: 'reader',
    ask: () => ({ path: '/api/v1/reports/2026-10/report.csv?kind=library' }),
  },

  'GET /api/v1/publishers': { who: 'administrator' },
  'POST /api/v1/publishers': {
    who: 'administrator',
    ask: () => ({ body: { id: `other-${randomUUID().slice(0, 8)}`, name: 'Other', packs: ['pack'] } }),
  },
  'DELETE /api/v1/publishers/:id': {
    who: 'administrator',
    ask: (of) => ({ path: `/api/v1/publishers/${of.publisher}` }),
  },
  'GET /api/v1/partners': { who: 'administrator' },
  'POST /api/v1/partners': {
    who: 'administrator',
    ask: () => ({ body: { id: `p-${randomUUID()}`, ...agreement } }),
  },
  'PUT /api/v1/partners/:id': {
    who: 'administrator',
    ask: (of) => ({ path: `/api/v1/partners/${of.partner}`, body: agreement }),
  },
  'POST /api/v1/partners/:id/renewal': {
    who: 'administrator',
    ask: (of) => ({ path: `/api/v1/partners/${of.partner}/renewal`, body: { review_by: '2090-06-30' } }),
  },
  'DELETE /api/v1/partners/:id': {
    who: 'administrator',
    ask: (of) => ({ path: `/api/v1/partners/${of.partner}` }),
  },
};
