import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditPage } from '../../core/contract/administration/account.ts';
import { CodeOnPage, DeviceList } from '../../core/contract/administration/devices.ts';
import { DIRECTORY_ROUTES } from '../../core/contract/administration/directory.ts';
import { LibraryList } from '../../core/contract/administration/library-routes.ts';
import { PackList } from '../../core/contract/administration/packs.ts';
import { PersonList } from '../../core/contract/administration/people.ts';
import { UseOnPage } from '../../core/contract/administration/use.ts';
import { Refusal } from '../../core/contract/sync/batch.ts';
import { LONGEST_TEXT } from '../../core/domain/directory/hsds-values.ts';
import { MOST_PEOPLE } from '../../core/domain/person.ts';
import { closeMonths } from '../../server/reports/close-months.ts';
import { aSignedInBrowser } from '../builders/a-browser.ts';
import { aDevice } from '../builders/a-device.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { aService } from '../builders/a-service.ts';

const EDIT = {
  ...{ name: 'Taalmaatje', organization: 'De bibliotheek', description: '', application_process: '' },
  ...{ fees_description: '', email: 'maatje@voorbeeld.nl', phone: '', url: '', status: 'active' },
  assured_date: '',
};

/** What the pages of the administration ask, whatever the store and however many instances. */
export function describeAdministration(
  name: string,
  database: () => Promise<string | undefined>,
  instances: number,
): void {
  describe(name, () => {
    let server: OwnServer;
    let first: string;
    let last: string;
    const why = async (response: Response) => Refusal.parse(await response.json()).why;
    beforeAll(async () => {
      server = await startOwnServer(await database(), instances);
      first = server.addresses[0];
      last = server.addresses.at(-1) as string;
    });
    afterAll(() => server.remove());

    it('lets a device in with a code, approves it, tells how it fares, replaces and revokes it', async () => {
      const admin = await aSignedInBrowser(server.store, first, 'administrator');
      const list = async () => DeviceList.parse(await (await admin.get('/api/v1/devices')).json()).devices;
      const found = async (id: string) => (await list()).find((each) => each.id === id);
      const codeOf = async (path: string, body: object) =>
        CodeOnPage.parse(await (await admin.post(path, body)).json()).code;
      const device = aDevice();
      await device.enrol(last, await codeOf('/api/v1/enrolment-codes', { branch: 'hal' }));
      const place = `/api/v1/devices/${device.id()}`;
      expect(await (await admin.post(`${place}/approval`)).json()).toEqual({ done: true });
      expect(await (await admin.post(`${place}/approval`)).json()).toEqual({ done: false });
      const batch = device.batch([device.item()]);
      const packs = [{ library: 'delft', pack: 'zelfredzaam', channel: 'stable' as const, version: 3 }];
      const clock = new Date(Date.now() - 7_200_000).toISOString();
      const health = {
        ...{ ...batch.health, freeBytes: 1_000, starts: 30, incidents: ['page-crashed'] },
        ...{ backlog: 2_001, appVersion: '0.9.1', packs, clock },
      };
      await device.send(last, { ...batch, health });
      expect(await found(device.id())).toMatchObject({
        ...{ state: 'approved', freeBytes: 1_000, starts: 30, incidents: ['page-crashed'] },
        ...{ backlog: 2_001, appVersion: '0.9.1', packs },
        concerns: ['crash-looping', 'full', 'backlog', 'clock'],
      });
      const { lastContact, clockSkewMs } = (await found(device.id())) ?? {};
      expect(Math.abs(Date.parse(String(lastContact)) - Date.now())).toBeLessThan(60_000);
      expect(Math.abs(Number(clockSkewMs) + 7_200_000)).toBeLessThan(60_000);
      const young = aDevice();
      await young.enrol(last, await codeOf(`${place}/replacement`, {}));
      expect((await found(device.id()))?.state).toBe('approved');
      await admin.post(`/api/v1/devices/${young.id()}/approval`);
      expect((await found(device.id()))?.state).toBe('revoked');
      expect(await why(await admin.post(`${place}/replacement`))).toBe('taken');
      expect((await admin.post(`/api/v1/devices/${young.id()}/revocation`)).status).toBe(200);
      expect((await found(young.id()))?.state).toBe('revoked');
      const { entries } = AuditPage.parse(await (await admin.get('/api/v1/audit')).json());
      expect(entries.map(({ what }) => what).slice(0, 6)).toEqual([
        ...['device-revoked', 'device-approved', 'device-revoked', 'device-replaced', 'device-approved'],
        'enrolment-code-made',
      ]);
      expect(entries[2]).toMatchObject({ onWhat: device.id(), by: admin.account.name });
    });

    it('takes a code for no branch that is not there', async () => {
      const admin = await aSignedInBrowser(server.store, first, 'administrator');
      expect(await why(await admin.post('/api/v1/enrolment-codes', { branch: 'elsewhere' }))).toBe(
        'not-found',
      );
    });

    it('changes a service for whoever read it last, and reminds its contact', async () => {
      const editor = await aSignedInBrowser(server.store, first, 'editor');
      const { add, list, one, takeOut } = DIRECTORY_ROUTES;
      const added = await editor.post(add.path, { edit: EDIT, reviewBy: '2026-01-01' });
      const { id } = add.reply.parse(await added.json());
      const place = `/api/v1/directory/services/${id}`;
      const { changedAt } = one.reply.parse(await (await editor.get(place)).json());
      const change = { edit: { ...EDIT, phone: '010 1234567' }, reviewBy: '2027-01-01', changedAt };
      const [left, right] = await Promise.all([
        editor.ask('PUT', place, change),
        (await aSignedInBrowser(server.store, last, 'editor')).ask('PUT', place, change),
      ]);
      expect([left.status, right.status].sort()).toEqual([200, 409]);
      expect((await editor.post(`${place}/reminder`)).status).toBe(200);
      const { services } = list.reply.parse(await (await editor.get(list.path)).json());
      expect(services.find((each) => each.id === id)?.remindedAt).toBeTypeOf('string');
      const service = aService();
      const brought = await editor.post('/api/v1/directory/brought-in', { service });
      expect(await brought.json()).toMatchObject({ taken: true });
      const out = takeOut.reply.parse(await (await editor.get(takeOut.path)).json());
      expect(out.map((each) => each['id'])).toContain(service.id);
      const gouda = await aSignedInBrowser(server.store, last, 'editor', 'gouda');
      expect(await why(await gouda.get(place))).toBe('not-found');
    });

    it('tells of all services where a list says that one was assured in the year 1 or 9999', async () => {
      const editor = await aSignedInBrowser(server.store, first, 'editor');
      const { bringIn, list, one } = DIRECTORY_ROUTES;
      const today = new Date().toISOString().slice(0, 10);
      const odd = [
        ...[['year-1', '0001-01-01T00:00:00', '2-01-01'] as const],
        ...[['year-9999', '9999-12-31', '10000-12-31'] as const],
      ];
      const areDue = async () => {
        const { services } = list.reply.parse(await (await editor.get(list.path)).json());
        for (const [id] of odd) {
          const { reviewBy } = services.find((each) => each.id === id) ?? {};
          const place = `/api/v1/directory/services/${id}`;
          const form = one.reply.parse(await (await editor.get(place)).json());
          // Or the day after, where a day ended meanwhile.
          expect(
            [reviewBy, form.reviewBy].every((day) => day !== undefined && day >= today && day < '9'),
          ).toBe(true);
        }
      };
      for (const [id, assured_date] of odd) {
        const service = aService({ id, assured_date });
        const brought = await editor.post(bringIn.path, { service });
        expect(await brought.json()).toEqual({ taken: true, remarks: [] });
      }
      await areDue();
      // As a server of before kept them.
      for (const [id, , review_by] of odd)
        await server.store.db
          .updateTable('directory_services')
          .set({ review_by })
          .where('id', '=', id)
          .execute();
      await areDue();
    });

    it('takes a service out: no list, file or page has it any more, and nobody is reminded of it', async () => {
      const editor = await aSignedInBrowser(server.store, first, 'editor', 'gouda');
      const { list, bringIn, takeOut } = DIRECTORY_ROUTES;
      const service = aService({ id: 'gone', email: 'weg@voorbeeld.nl' });
      for (const each of [service, aService({ id: 'stays' })])
        expect((await editor.post(bringIn.path, { service: each })).status).toBe(200);
      const place = '/api/v1/directory/services/gone';
      const delft = await aSignedInBrowser(server.store, last, 'editor');
      expect(await why(await delft.ask('DELETE', place, {}))).toBe('not-found');
      expect((await editor.get(place)).status).toBe(200);

      expect((await editor.ask('DELETE', place, {})).status).toBe(200);
      const { services } = list.reply.parse(await (await editor.get(list.path)).json());
      expect(services.map(({ id }) => id)).toEqual(['stays']);
      const out = takeOut.reply.parse(await (await editor.get(takeOut.path)).json());
      expect(out.map((each) => each['id'])).toEqual(['stays']);
      for (const asked of [
        editor.get(place),
        editor.post(`${place}/reminder`),
        editor.ask('DELETE', place, {}),
      ])
        expect(await why(await asked)).toBe('not-found');
      const kept = await server.store.db.selectFrom('directory_services').selectAll().execute();
      expect(JSON.stringify(kept)).not.toContain(service.email);
      const admin = await aSignedInBrowser(server.store, last, 'administrator', 'gouda');
      const { entries } = AuditPage.parse(await (await admin.get('/api/v1/audit')).json());
      expect(entries[0]).toMatchObject({ what: 'service-removed', onWhat: 'gone', by: editor.account.name });
      expect(JSON.stringify(entries)).not.toContain(service.email);
    });

    it('reads the longest texts of a service that the form and a list may have, whatever the alphabet', async () => {
      const editor = await aSignedInBrowser(server.store, first, 'editor');
      const { add, bringIn } = DIRECTORY_ROUTES;
      const text = 'ж'.repeat(LONGEST_TEXT);
      const texts = { description: text, application_process: text, fees_description: text };
      const added = await editor.post(add.path, { edit: { ...EDIT, ...texts }, reviewBy: '2027-01-01' });
      expect(added.status).toBe(200);
      const { id } = add.reply.parse(await added.json());
      const place = `/api/v1/directory/services/${id}`;
      const { changedAt } = DIRECTORY_ROUTES.one.reply.parse(await (await editor.get(place)).json());
      const change = { edit: { ...EDIT, ...texts }, reviewBy: '2027-02-01', changedAt };
      expect((await editor.ask('PUT', place, change)).status).toBe(200);
      const service = aService({ id: 'long', ...texts, alert: text });
      const brought = await editor.post(bringIn.path, { service });
      expect(await brought.json()).toEqual({ taken: true, remarks: [] });
    });

    it('lets people work at the devices, changes what they may do, and takes them off the list', async () => {
      const admin = await aSignedInBrowser(server.store, first, 'administrator');
      const people = async (browser = admin) =>
        PersonList.parse(await (await browser.get('/api/v1/staff')).json()).people;
      const sam = { id: 'balie-3', name: 'Sam', role: 'staff' };
      expect((await admin.post('/api/v1/staff', sam)).status).toBe(200);
      expect(await why(await admin.post('/api/v1/staff', { ...sam, name: 'Other' }))).toBe('taken');
      for (const wrong of [
        { ...sam, id: 'admin' }, // is whoever knows the PIN of a device
        { ...sam, id: 'Balie 4' },
        { ...sam, name: '  ' },
        { ...sam, name: 'Sam\u0000' },
        { ...sam, name: 'two\nlines' },
        { ...sam, role: 'operator' },
      ])
        expect(await why(await admin.post('/api/v1/staff', wrong)), JSON.stringify(wrong)).toBe(
          'bad-request',
        );
      expect(await people()).toEqual([sam]);
      const change = { name: 'Sam B.', role: 'admin' };
      expect((await admin.ask('PUT', '/api/v1/staff/balie-3', change)).status).toBe(200);
      expect(await people()).toEqual([{ ...sam, ...change }]);

      // The list and what may be done with it end at the library.
      const gouda = await aSignedInBrowser(server.store, last, 'administrator', 'gouda');
      expect(await people(gouda)).toEqual([]);
      expect(await why(await gouda.ask('PUT', '/api/v1/staff/balie-3', change))).toBe('not-found');
      expect(await why(await gouda.ask('DELETE', '/api/v1/staff/balie-3', {}))).toBe('not-found');
      expect(await people()).toHaveLength(1);

      expect((await admin.ask('DELETE', '/api/v1/staff/balie-3', {})).status).toBe(200);
      expect(await why(await admin.ask('DELETE', '/api/v1/staff/balie-3', {}))).toBe('not-found');
      expect(await people()).toEqual([]);
      const { entries } = AuditPage.parse(await (await admin.get('/api/v1/audit')).json());
      expect(entries.slice(0, 3).map(({ what, onWhat }) => `${what} ${onWhat}`)).toEqual([
        ...['person-removed balie-3', 'person-changed balie-3 (admin)', 'person-added balie-3'],
      ]);
      expect(JSON.stringify(entries)).not.toContain('Sam');
    });

    it('has no more people than a device can list', async () => {
      const admin = await aSignedInBrowser(server.store, first, 'administrator', 'gouda');
      const many = Array.from({ length: MOST_PEOPLE }, (_, n) => ({
        ...{ library: 'gouda', id: `p-${n}`, name: 'P', role: 'staff' as const },
      }));
      await server.store.db
        .insertInto('staff')
        .values(many.slice(0, MOST_PEOPLE / 2))
        .execute();
      await server.store.db
        .insertInto('staff')
        .values(many.slice(MOST_PEOPLE / 2))
        .execute();
      const more = { id: 'one-more', name: 'P', role: 'staff' };
      expect(await why(await admin.post('/api/v1/staff', more))).toBe('too-large');
    });

    it('tells what visitors did in a month, of the own library', async () => {
      const body = JSON.stringify({ language: 'nl' });
      const row = { library: 'delft', branch: 'hal', type: 'search-empty', body, number: 17 };
      await server.store.db
        .insertInto('counts')
        .values({ ...row, hour: '2026-10-07T14:00:00Z' })
        .execute();
      await closeMonths(server.store, new Date('2026-11-08T10:00:00Z'));
      const use = async (library: string) => {
        const reader = await aSignedInBrowser(server.store, last, 'reader', library);
        return UseOnPage.parse(await (await reader.get('/api/v1/use?month=2026-10')).json()).searches;
      };
      expect(await use('delft')).toEqual([{ id: 'nl', number: 17 }]);
      expect(await use('gouda')).toEqual([]);
    });

    it('has no packs without a repository, and tells an operator the libraries', async () => {
      const operator = await aSignedInBrowser(server.store, last, 'operator');
      const packs = await (await operator.get('/api/v1/packs?library=delft')).json();
      expect(PackList.parse(packs)).toEqual({ trouble: 'none', packs: [] });
      const one = await operator.get('/api/v1/packs/bieb/zelfredzaam/stable/1?library=delft');
      const refusal = await one.text();
      expect([one.status, refusal.includes(server.data)]).toEqual([404, false]);
      expect(refusal).toContain('The log of the server says why.');
      expect(server.logged()).toContain(`There is no repository at \\"${server.data}`);
      expect(LibraryList.parse(await (await operator.get('/api/v1/libraries')).json()).libraries).toEqual([
        { id: 'delft', name: 'delft' },
        { id: 'gouda', name: 'gouda' },
      ]);
    });
  });
}
