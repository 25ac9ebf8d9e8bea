import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NewPartner, type NewPublisher } from '../../core/contract/administration/organisations.ts';
import { Refusal } from '../../core/contract/sync/batch.ts';
import { USUAL_RULES } from '../../core/domain/alerts/alert-rules.ts';
import { deviceFares } from '../../server/organisations/device-fares.ts';
import { approveDevice, findDevice, listDevices, revokeDevice } from '../../server/organisations/devices.ts';
import { makeEnrolmentCode, makeReplacementCode } from '../../server/organisations/enrolment-codes.ts';
import { addBranch, setMunicipality } from '../../server/organisations/libraries.ts';
import {
  addPartner,
  changePartner,
  findRecipient,
  listPartners,
  namesOfPartners,
  removePartner,
  renewPartner,
} from '../../server/organisations/partners.ts';
import { addPublisher, listPublishers, removePublisher } from '../../server/organisations/publishers.ts';
import { addStaff, changeStaff, listStaff, removeStaff } from '../../server/organisations/staff.ts';
import { aSignedInBrowser } from '../builders/a-browser.ts';
import { aDevice } from '../builders/a-device.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';

const ROOM = join(import.meta.dirname, '../../server/organisations');
const TODAY = '2026-11-27';
const PUBLISHER: NewPublisher = { id: 'delft', name: 'Publisher', packs: ['zelfredzaam', 'buurt'] };
const PARTNER: NewPartner = {
  id: 'wijkteam',
  name: 'Social team (fictional)',
  kind: 'social-work',
  email: 'balie@wijkteam.example',
  contact: 'Team of the quarter',
  asks: ['name', 'phone'],
  review_by: '2099-12-31',
  recipient: 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
};

/** Publishers, partners and devices that stand in for others, whatever the store and however many instances. */
export function describeOrganisations(
  name: string,
  database: () => Promise<string | undefined>,
  instances: number,
): void {
  describe(name, () => {
    let server: OwnServer;
    let first: string;
    let last: string;
    const why = async (response: Response) => Refusal.parse(await response.json()).why;
    /** What the trail says that an account did, and with what. */
    const trailOf = async ({ account }: Awaited<ReturnType<typeof aSignedInBrowser>>) => {
      const trail = server.store.db.selectFrom('audit').selectAll().where('account', '=', account.id);
      return (await trail.execute()).map(({ what, on_what }) => `${what} ${on_what}`);
    };
    beforeAll(async () => {
      server = await startOwnServer(await database(), instances);
      first = server.addresses[0];
      last = server.addresses.at(-1) as string;
    });
    afterAll(() => server.remove());

    it('wants a fresh proof of who is there before a device is let in, and before a partner gets another key', async () => {
      const admin = await aSignedInBrowser(server.store, first, 'administrator');
      const proved = (minutes: number) =>
        server.store.db
          .updateTable('sessions')
          .set({ made_at: new Date(Date.now() - minutes * 60_000).toISOString() })
          .where('account', '=', admin.account.id)
          .execute();
      const device = aDevice();
      await device.enrol(first, await server.code());
      const other = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';
      const { id: _, ...agreement } = { ...PARTNER, id: 'verzoek' };
      const partner = (more: Partial<NewPartner>) =>
        admin.ask('PUT', '/api/v1/partners/verzoek', { ...agreement, ...more });
      const dangerous = [
        () => admin.post('/api/v1/enrolment-codes', { branch: 'hal' }),
        () => admin.post(`/api/v1/devices/${device.id()}/approval`),
        () => admin.post(`/api/v1/devices/${device.id()}/replacement`),
        () => admin.post('/api/v1/partners', { ...PARTNER, id: 'verzoek' }),
        () => partner({ recipient: other }),
      ];
      await proved(6);
      for (const each of dangerous.slice(0, 4)) expect(await why(await each())).toBe('prove-again');
      expect((await findDevice(server.store, device.id()))?.state).toBe('waiting');
      await proved(0);
      for (const each of dangerous.slice(0, 4)) expect((await each()).status).toBe(200);
      await proved(6);
      expect(await why(await partner({ recipient: other }))).toBe('prove-again');
      // What gives nobody more than they had asks for nothing.
      expect((await partner({ name: 'Renamed' })).status).toBe(200);
      expect((await partner({ recipient: undefined, asks: undefined })).status).toBe(200);
      expect(await why(await partner({}))).toBe('prove-again');
      expect((await admin.post(`/api/v1/devices/${device.id()}/revocation`)).status).toBe(200);
      await removePartner(server.store, 'delft', 'verzoek');
    });

    it('gives another library nothing, whatever is asked, and changes nothing for it', async () => {
      const { store } = server;
      const device = await server.approved('delft');
      await addPublisher(store, 'delft', PUBLISHER);
      await addPartner(store, 'delft', PARTNER);
      await addBranch(store, 'delft', 'zolder', 'Only in Delft');
      await addStaff(store, 'delft', { id: 'collega-1', name: 'Collega 1 (fictief)', role: 'staff' });
      const before = JSON.stringify([
        ...[
          await listPublishers(store, 'delft'),
          await listPartners(store, 'delft', TODAY),
          await listStaff(store, 'delft'),
        ],
        await findDevice(store, device.id()),
      ]);
      /** Each function of the room, asked as "gouda" for what "delft" has; or why it is not of one library. */
      const asked: Record<string, (() => Promise<unknown>) | string> = {
        listPublishers: () => listPublishers(store, 'gouda'),
        removePublisher: () => removePublisher(store, 'gouda', PUBLISHER.id),
        addPublisher: () => addPublisher(store, 'gouda', { ...PUBLISHER, name: 'Stolen' }),
        listPartners: () => listPartners(store, 'gouda', TODAY),
        removePartner: () => removePartner(store, 'gouda', PARTNER.id),
        changePartner: () => changePartner(store, 'gouda', PARTNER.id, { name: 'Stolen', kind: 'other' }),
        findRecipient: () => findRecipient(store, 'gouda', PARTNER.id),
        renewPartner: () => renewPartner(store, 'gouda', PARTNER.id, { review_by: '2090-06-30' }),
        partnerIn: 'reads a row',
        listStaff: () => listStaff(store, 'gouda'),
        namesOfPartners: () => namesOfPartners(store, 'gouda'),
        setMunicipality: () => setMunicipality(store, 'gouda', 'zolder', 'Elsewhere'),
        changeStaff: () => changeStaff(store, 'gouda', { id: 'collega-1', name: 'Stolen', role: 'admin' }),
        removeStaff: () => removeStaff(store, 'gouda', 'collega-1'),
        addStaff: 'the same id is somebody else there: see people-suite.ts',
        addPartner: 'the same id is another partner there: see below',
        listDevices: () => listDevices(store, 'gouda'),
        deviceFares: async () => (await deviceFares(store, 'gouda', USUAL_RULES, new Date())).devices,
        makeReplacementCode: () => makeReplacementCode(store, 'gouda', device.id(), new Date()),
        makeEnrolmentCode: () => makeEnrolmentCode(store, 'gouda', 'zolder', new Date()),
        findDevice: 'by its id, for who checks a signature; routes compare its library',
        approveDevice: 'by its id, for who is at the server; routes compare its library',
        revokeDevice: 'by its id, for who is at the server; routes compare its library',
        enrolDevice: 'by a code, which says of which library it is',
        countDevices: 'numbers of all together, for the metrics',
        addLibrary: 'makes a library',
        listLibraries: 'is for an operator, who serves all of them',
        hasLibrary: 'says no more than whether it is there',
        addBranch: 'adds only, for who is at the server',
        keyOf: 'reads a key',
      };
      for (const file of readdirSync(ROOM)) {
        const exported = Object.keys(await import(join(ROOM, file)));
        expect(exported.filter((each) => asked[each] === undefined)).toEqual([]);
      }
      for (const [what, ask] of Object.entries(asked)) {
        if (typeof ask === 'string') continue;
        const answer = await ask();
        expect([
          what,
          [undefined, false].includes(answer as undefined) || (answer as []).length === 0,
        ]).toEqual([what, true]);
      }
      expect(
        JSON.stringify([
          ...[
            await listPublishers(store, 'delft'),
            await listPartners(store, 'delft', TODAY),
            await listStaff(store, 'delft'),
          ],
          await findDevice(store, device.id()),
        ]),
      ).toBe(before);
      expect(await addPartner(store, 'gouda', { ...PARTNER, name: 'Another' })).toBe('added');
      expect(await listPartners(store, 'delft', TODAY)).toEqual([
        { ...PARTNER, library: 'delft', agreement: 'good' },
      ]);
      await removePartner(store, 'gouda', PARTNER.id);
      await removePartner(store, 'delft', PARTNER.id);
      await removePublisher(store, 'delft', PUBLISHER.id);
      await removeStaff(store, 'delft', 'collega-1');
    });

    it('has publishers of a library and of all, each id once', async () => {
      const operator = await aSignedInBrowser(server.store, first, 'operator');
      const delft = await aSignedInBrowser(server.store, first, 'administrator', 'delft');
      const gouda = await aSignedInBrowser(server.store, last, 'administrator', 'gouda');
      const forAll = { id: 'landelijk', name: 'For all', packs: ['basis'] };
      expect((await operator.post('/api/v1/publishers', forAll)).status).toBe(200);
      expect((await delft.post('/api/v1/publishers', PUBLISHER)).status).toBe(200);
      expect(await why(await gouda.post('/api/v1/publishers', PUBLISHER))).toBe('taken');
      const list = async (browser: typeof delft) => (await browser.get('/api/v1/publishers')).json();
      expect(await list(gouda)).toEqual([{ ...forAll, library: null }]);
      expect(await list(delft)).toEqual([
        { ...PUBLISHER, library: 'delft' },
        { ...forAll, library: null },
      ]);
      for (const id of [forAll.id, PUBLISHER.id])
        expect(await why(await gouda.ask('DELETE', `/api/v1/publishers/${id}`))).toBe('not-found');
      expect(await why(await delft.ask('DELETE', `/api/v1/publishers/${forAll.id}`))).toBe('not-found');
      expect((await delft.ask('DELETE', `/api/v1/publishers/${PUBLISHER.id}`)).status).toBe(200);
      expect((await operator.ask('DELETE', `/api/v1/publishers/${forAll.id}`)).status).toBe(200);
      expect(await list(delft)).toEqual([]);
    });

    it('has partners of a library, which another one neither sees nor takes away', async () => {
      const delft = await aSignedInBrowser(server.store, first, 'administrator', 'delft');
      const gouda = await aSignedInBrowser(server.store, last, 'administrator', 'gouda');
      expect((await delft.post('/api/v1/partners', PARTNER)).status).toBe(200);
      expect(await why(await delft.post('/api/v1/partners', PARTNER))).toBe('taken');
      expect(await (await delft.get('/api/v1/partners')).json()).toEqual([
        { ...PARTNER, library: 'delft', agreement: 'good', waiting: 'none' },
      ]);
      expect(await (await gouda.get('/api/v1/partners')).json()).toEqual([]);
      expect(await why(await gouda.get('/api/v1/partners?library=delft'))).toBe('not-allowed');
      expect(await why(await gouda.ask('DELETE', `/api/v1/partners/${PARTNER.id}`))).toBe('not-found');
      expect((await delft.ask('DELETE', `/api/v1/partners/${PARTNER.id}`)).status).toBe(200);
      expect((await trailOf(delft)).sort()).toEqual([
        `partner-added ${PARTNER.id}`,
        `partner-removed ${PARTNER.id}`,
      ]);
    });

    it('renews an agreement until a day that is to come, and leaves all else as it is', async () => {
      const delft = await aSignedInBrowser(server.store, first, 'administrator', 'delft');
      const gouda = await aSignedInBrowser(server.store, last, 'administrator', 'gouda');
      const old = { ...PARTNER, id: 'wijkteam', review_by: '2026-01-31' };
      await delft.post('/api/v1/partners', old);
      const one = async () => (await (await delft.get('/api/v1/partners')).json())[0];
      expect(await one()).toMatchObject({ review_by: '2026-01-31', agreement: 'stale' });
      const place = `/api/v1/partners/${old.id}/renewal`;
      for (const review_by of ['2026-02-01', '2090-02-30', '', undefined])
        expect(await why(await delft.post(place, { review_by })), review_by).toBe('bad-request');
      expect(await why(await gouda.post(place, { review_by: '2090-06-30' }))).toBe('not-found');
      expect(await one()).toMatchObject({ review_by: '2026-01-31' });
      expect((await delft.post(place, { review_by: '2090-06-30' })).status).toBe(200);
      expect(await one()).toEqual({
        ...{ ...old, library: 'delft', review_by: '2090-06-30' },
        ...{ agreement: 'good', waiting: 'none' },
      });
      expect((await delft.ask('DELETE', `/api/v1/partners/${old.id}`)).status).toBe(200);
      expect(await trailOf(delft)).toContain('partner-renewed wijkteam (2090-06-30)');
    });

    it.each(['/api/v1/publishers', '/api/v1/partners'])(
      'lets nobody below an administrator at %s',
      async (path) => {
        for (const role of ['reader', 'editor', 'publisher'] as const) {
          const browser = await aSignedInBrowser(server.store, first, role);
          for (const method of ['GET', 'POST']) expect((await browser.ask(method, path)).status).toBe(403);
          expect((await browser.ask('DELETE', `${path}/x`)).status).toBe(403);
        }
        expect((await fetch(`${first}${path}`)).status).toBe(401);
      },
    );

    it.each([
      ['publishers', { id: '"); DROP' }],
      ['publishers', { id: 'root' }],
      ['publishers', { packs: [] }],
      ['publishers', { packs: ['a', 'a'] }],
      ['publishers', { packs: ['<b>'] }],
      ['publishers', { name: 'two\nlines' }],
      ['publishers', { library: 'gouda' }],
      ['partners', { kind: 'unheard-of' }],
      ['partners', { email: 'no address' }],
      ['partners', { phone: '<script>' }],
      ['partners', { website: 'javascript:alert(1)' }],
      ['partners', { recipient: PARTNER.recipient?.replace('ql3z', 'qz3l') }],
      ['partners', { name: '' }],
      ['partners', { recipient: undefined }],
      ['partners', { asks: ['bsn'] }],
      ['partners', { asks: ['name', 'name'] }],
      ['partners', { review_by: '2026-02-30' }],
      ['partners', { contact: 'two\nlines' }],
      ['partners', { library: 'gouda' }],
    ])('refuses %s with %j', async (list, change) => {
      const delft = await aSignedInBrowser(server.store, first, 'administrator', 'delft');
      const whole = list === 'publishers' ? PUBLISHER : PARTNER;
      const answer = await delft.post(`/api/v1/${list}`, { ...whole, ...change });
      expect(await why(answer)).toBe('bad-request');
    });

    it('agrees anew with a partner, whole, and says when an agreement is old', async () => {
      const delft = await aSignedInBrowser(server.store, first, 'administrator', 'delft');
      await delft.post('/api/v1/partners', PARTNER);
      const anew = { name: 'Social team', kind: 'social-work', review_by: '2026-01-01' };
      expect((await delft.ask('PUT', `/api/v1/partners/${PARTNER.id}`, anew)).status).toBe(200);
      expect(await (await delft.get('/api/v1/partners')).json()).toEqual([
        { ...anew, id: PARTNER.id, library: 'delft', agreement: 'stale', waiting: 'none' },
      ]);
      expect(await trailOf(delft)).toContain(`partner-changed ${PARTNER.id}`);
      const none = await delft.ask('PUT', '/api/v1/partners/nobody', anew);
      expect(await why(none)).toBe('not-found');
      const unlocked = await delft.ask('PUT', `/api/v1/partners/${PARTNER.id}`, { ...anew, asks: ['name'] });
      expect(await why(unlocked)).toBe('bad-request');
      await removePartner(server.store, 'delft', PARTNER.id);
    });

    it('keeps SQL and HTML in the name of an organisation as the text they are', async () => {
      const delft = await aSignedInBrowser(server.store, first, 'administrator', 'delft');
      const named = { ...PARTNER, name: `<img src=x onerror=alert(1)>'); DROP TABLE partners; --` };
      expect(NewPartner.parse(named)).toEqual(named);
      await delft.post('/api/v1/partners', named);
      expect(await (await delft.get('/api/v1/partners')).json()).toEqual([
        { ...named, library: 'delft', agreement: 'good', waiting: 'none' },
      ]);
      await removePartner(server.store, 'delft', PARTNER.id);
    });

    it('replaces a broken kiosk: the old one is heard until the new one is approved, and its counts stay', async () => {
      const { store } = server;
      const old = await server.approved('delft');
      await old.acknowledged(await old.send(first, old.batch([old.item(), old.item()])));
      const before = await server.total();
      const made = await makeReplacementCode(store, 'delft', old.id(), new Date());
      const young = aDevice();
      const reply = await (await young.enrol(last, made?.code ?? '')).json();
      expect(reply).toMatchObject({ library: 'delft', branch: 'hal', state: 'waiting' });
      expect((await old.send(first, old.batch([old.item()]))).status).toBe(200);
      expect(await approveDevice(store, young.id())).toBe(true);
      expect(await why(await old.send(last, old.batch([old.item()])))).toBe('revoked');
      expect((await young.send(first, young.batch([young.item()]))).status).toBe(200);
      expect(await server.total()).toBe(before + 2);
      expect(await findDevice(store, young.id())).toMatchObject({ state: 'approved', replaces: old.id() });
      expect(await findDevice(store, old.id())).toMatchObject({ state: 'revoked' });
    });

    it('leaves the old kiosk alone when the one that should replace it is refused', async () => {
      const { store } = server;
      const old = await server.approved('delft');
      const made = await makeReplacementCode(store, 'delft', old.id(), new Date());
      const young = aDevice();
      await young.enrol(first, made?.code ?? '');
      await revokeDevice(store, young.id());
      expect(await approveDevice(store, young.id())).toBe(false);
      expect((await old.send(last, old.batch([]))).status).toBe(200);
    });
  });
}
