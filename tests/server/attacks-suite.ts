import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEVICE_ROUTES } from '../../core/contract/administration/devices.ts';
import { type Batch, Refusal, SIGNATURE_HEADER } from '../../core/contract/sync/batch.ts';
import { ACKNOWLEDGEMENT_KIND, BATCH_KIND } from '../../core/contract/sync/kinds.ts';
import { findDevice, revokeDevice } from '../../server/organisations/devices.ts';
import { takeBatch } from '../../server/sync/take-batch.ts';
import { signDetached } from '../../trust/jws/detached-jws.ts';
import { aSignedInBrowser } from '../builders/a-browser.ts';
import { aDevice, post, uuidv7 } from '../builders/a-device.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { rawStatuses } from '../builders/raw-request.ts';

const NASTY = `'); DROP TABLE items; --`;
const HTML = '<script>alert(1)</script>';

/** What no server lets a device do, or who stole its key, whatever the store and however many instances. */
export function describeAttacks(
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

    it('takes nothing from who stole a key, once it is revoked, nor for another device or library', async () => {
      const stolen = await server.approved('delft');
      const victim = await server.approved('gouda');
      const before = await server.total();
      const forged = { ...stolen.batch([stolen.item()]), device: victim.id() };
      expect(await why(await stolen.send(first, forged))).toBe('not-allowed');
      const body = Buffer.from(JSON.stringify(forged));
      const asVictim = signDetached(body, stolen.key, victim.id(), BATCH_KIND);
      expect(await why(await post(last, body, asVictim))).toBe('bad-signature');
      // What it says of a library is not asked for: that is of the enrolment.
      expect(await why(await stolen.send(first, { ...stolen.batch([]), library: 'gouda' }))).toBe(
        'bad-request',
      );
      await revokeDevice(server.store, stolen.id());
      const batch = stolen.batch([stolen.item()]);
      for (const address of [first, last])
        expect(await why(await stolen.send(address, batch))).toBe('revoked');
      expect(await server.total()).toBe(before);
    });

    it('hears no device that is revoked between its signature and its turn, and its neighbours all the same', async () => {
      const [revoked, other] = [await server.approved(), await server.approved('gouda')];
      const before = await server.total();
      await revokeDevice(server.store, revoked.id());
      const batches: [Batch, Batch] = [revoked.batch([revoked.item()]), other.batch([other.item()])];
      const [refused, taken] = await Promise.all(
        batches.map((batch) => takeBatch(server.store, batch, new Date())),
      );
      expect(refused).toBeUndefined();
      expect(taken?.items).toEqual([{ id: batches[1].items[0]?.id, result: 'stored' }]);
      expect(await server.total()).toBe(before + 1);
      expect((await findDevice(server.store, revoked.id()))?.last_contact).toBeNull();
    });

    it('counts what is replayed, at whichever instance and in whatever order, no second time', async () => {
      const device = await server.approved();
      const before = await server.total();
      const batches = Array.from({ length: 4 }, () => device.batch([device.item(), device.item()]));
      const signed = batches.map((batch) => device.signed(batch));
      for (const address of [first, last, first])
        for (const { body, signature } of [...signed].reverse())
          expect((await post(address, body, signature)).status).toBe(200);
      expect(await server.total()).toBe(before + 8);
      // A new batch around old items counts them no second time either.
      const old = batches.flatMap(({ items }) => items);
      const again = await device.acknowledged(await device.send(last, device.batch(old)));
      expect(again.items).toEqual(old.map(({ id }) => ({ id, result: 'known' })));
      expect(await server.total()).toBe(before + 8);
    });

    it('does not take an older batch that is sent again, as from a stick, for a sign of life', async () => {
      const device = await server.approved();
      const [old, newest] = [device.signed(device.batch([device.item()])), device.signed(device.batch([]))];
      for (const { body, signature } of [old, newest]) await post(first, body, signature);
      const silentSince = '2026-01-10T10:00:00.000Z';
      const fellSilent = () =>
        server.store.db
          .updateTable('devices')
          .set({ last_contact: silentSince })
          .where('id', '=', device.id())
          .execute();
      await fellSilent();
      const lastContact = async () => (await findDevice(server.store, device.id()))?.last_contact;
      expect((await post(last, old.body, old.signature)).status).toBe(200);
      expect(await lastContact()).toBe(silentSince);
      // One that was cut off before the answer sends the same again: that is the newest.
      expect((await post(last, newest.body, newest.signature)).status).toBe(200);
      expect(await lastContact()).not.toBe(silentSince);
      // One whose store came back from a copy has a number that was there, and goes on from what it is answered.
      await fellSilent();
      const fromCopy = device.batch([device.item()]);
      const { healthSeq } = await device.acknowledged(
        await device.send(first, { ...fromCopy, health: { ...fromCopy.health, seq: 1 } }),
      );
      expect([healthSeq, await lastContact()]).toEqual([2, silentSince]);
      const next = device.batch([]);
      await device.send(first, { ...next, health: { ...next.health, seq: healthSeq + 1 } });
      expect(await lastContact()).not.toBe(silentSince);
    });

    it('stores what is new in a batch beside what is known, and each under its own device', async () => {
      const [device, other] = [await server.approved(), await server.approved()];
      const before = await server.total();
      const [known, fresh] = [device.item(), device.item()];
      await device.send(first, device.batch([known]));
      const [mixed, theirs] = await Promise.all([
        device.send(last, device.batch([known, fresh])).then((answer) => device.acknowledged(answer)),
        other.send(last, other.batch([known])).then((answer) => other.acknowledged(answer)),
      ]);
      expect(mixed.items.map(({ result }) => result)).toEqual(['known', 'stored']);
      expect(theirs.items).toEqual([{ id: known.id, result: 'stored' }]);
      expect(await server.total()).toBe(before + 3);
    });

    it('takes batches of one device that come at the same moment one after another, and loses none', async () => {
      const device = await server.approved();
      const before = await server.total();
      const batches = Array.from({ length: 6 }, () => device.batch([device.item(), device.item()]));
      const answers = await Promise.all(
        batches.map(async (batch, index) =>
          device.acknowledged(await device.send(index % 2 === 0 ? first : last, batch)),
        ),
      );
      for (const [index, { items }] of answers.entries())
        expect(items).toEqual(batches[index]?.items.map(({ id }) => ({ id, result: 'stored' })));
      expect(await server.total()).toBe(before + 12);
    });

    it('takes no acknowledgement of its own for a batch, and no batch with a signature of another', async () => {
      const device = await server.approved();
      const answer = await device.send(first, device.batch([device.item()]));
      const signature = answer.headers.get(SIGNATURE_HEADER) ?? '';
      const body = Buffer.from(await answer.arrayBuffer());
      expect(await why(await post(last, body, signature))).toBe('bad-signature');
      const [one, other] = [device.signed(device.batch([])), device.signed(device.batch([]))];
      expect(await why(await post(last, one.body, other.signature))).toBe('bad-signature');
      const asAnswer = signDetached(one.body, device.key, device.id(), ACKNOWLEDGEMENT_KIND);
      expect(await why(await post(last, one.body, asAnswer))).toBe('bad-signature');
    });

    it('tells by its answer neither whether a device exists nor what is wrong with a signature', async () => {
      const device = await server.approved();
      const body = Buffer.from(JSON.stringify(device.batch([])));
      const answers = await Promise.all(
        [
          signDetached(body, aDevice().key, device.id(), BATCH_KIND),
          signDetached(body, device.key, aDevice().id(), BATCH_KIND),
          'x',
        ].map(async (signature) => (await post(first, body, signature)).text()),
      );
      expect(new Set(answers).size).toBe(1);
    });

    it('refuses a header that comes twice, is broken up, or hides a second request', async () => {
      const device = await server.approved();
      const before = await server.total();
      const { body, signature } = device.signed(device.batch([device.item()]));
      const request = (...headers: string[]) =>
        [
          'POST /api/v1/batches HTTP/1.1',
          'host: balie',
          'connection: close',
          'content-type: application/json',
          ...headers,
          '',
          body.toString('utf8'),
        ].join('\r\n');
      const length = `content-length: ${body.length}`;
      const signed = `${SIGNATURE_HEADER}: ${signature}`;
      const cases: Record<string, [string, number]> = {
        'a signature twice': [request(length, signed, signed), 401],
        'a good one after a bad one': [request(length, `${SIGNATURE_HEADER}: x..y`, signed), 401],
        'a folded header': [
          request(length, `${SIGNATURE_HEADER}: ${signature.slice(0, 9)}\r\n ${signature.slice(9)}`),
          400,
        ],
        'two lengths': [request(length, 'content-length: 3', signed), 400],
        'length and chunks': [request(length, 'transfer-encoding: chunked', signed), 400],
        'a line feed alone': [request(length, `${signed}\nx-more: 1`), 400],
        'a NUL': [request(length, `${signed}\0`), 400],
        'headers without end': [request(length, signed, `x-more: ${'x'.repeat(40_000)}`), 431],
      };
      for (const [what, [text, status]] of Object.entries(cases))
        expect([what, await rawStatuses(first, text)]).toEqual([what, [status]]);
      expect(await server.total()).toBe(before);
    });

    it('unpacks nothing: what is compressed is no batch, however small it is', async () => {
      const device = await server.approved();
      const packed = gzipSync(JSON.stringify(device.batch([device.item({ body: ' '.repeat(5_000_000) })])));
      const signature = signDetached(packed, device.key, device.id(), BATCH_KIND);
      const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
      const answer = await fetch(`${first}/api/v1/batches`, {
        ...{ method: 'POST', body: packed },
        headers: { ...headers, [SIGNATURE_HEADER]: signature },
      });
      expect(await why(answer)).toBe('bad-request');
    });

    it('tells how all devices fare, whatever numbers one tells of itself', async () => {
      const [stolen, other] = [await server.approved(), await server.approved()];
      const most = Number.MAX_SAFE_INTEGER;
      for (let sent = 0; sent < 2; sent++) {
        const batch = stolen.batch([]);
        const health = { ...batch.health, starts: most, backlog: most, freeBytes: most };
        await stolen.acknowledged(await stolen.send(last, { ...batch, health }));
      }
      const reader = await aSignedInBrowser(server.store, first, 'reader');
      const answer = await reader.get(DEVICE_ROUTES.list.path);
      expect(answer.status).toBe(200);
      const { devices } = DEVICE_ROUTES.list.reply.parse(await answer.json());
      expect(devices.map(({ id }) => id)).toEqual(expect.arrayContaining([stolen.id(), other.id()]));
      expect(devices.find(({ id }) => id === stolen.id())).toMatchObject({
        ...{ starts: 1_000_000, backlog: most, freeBytes: most },
      });
    });

    it('reads no other kind of body than JSON, and none that is larger than it says', async () => {
      const device = await server.approved();
      const { body, signature } = device.signed(device.batch([device.item()]));
      const before = await server.total();
      const kinds = { 'text/plain': 401, 'application/x-www-form-urlencoded': 400, 'text/json': 400 };
      for (const [kind, status] of Object.entries(kinds)) {
        const headers = { 'content-type': kind, [SIGNATURE_HEADER]: signature };
        const answer = await fetch(`${first}/api/v1/batches`, {
          ...{ method: 'POST', headers, body: body.toString() },
        });
        expect([kind, answer.status]).toEqual([kind, status]);
      }
      expect(await server.total()).toBe(before);
      const large = `POST /api/v1/batches HTTP/1.1\r\nhost: balie\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: 999999999\r\n\r\n`;
      expect(await rawStatuses(last, large)).toEqual([413]);
    });

    it.each([
      [
        'nested without end',
        (text: string) => `${'['.repeat(100_000)}${']'.repeat(100_000)}${text.slice(0, 0)}`,
      ],
      ['half of it', (text: string) => text.slice(0, -40)],
      ['another prototype', (text: string) => text.replace('{', '{"__proto__":{"items":[]},')],
      ['a constructor', (text: string) => text.replace('{', '{"constructor":{"prototype":{}},')],
      ['an item with another prototype', (text: string) => text.replace('{"id"', '{"__proto__":{},"id"')],
      ['a number that is none', (text: string) => text.replace(/"seq":\d+/, '"seq":1e999')],
      ['a number below zero', (text: string) => text.replace(/"seq":\d+/, '"seq":-1')],
      ['a fraction', (text: string) => text.replace(/"seq":\d+/, '"seq":1.5')],
      [
        'a number that loses its last digits',
        (text: string) => text.replace(/"seq":\d+/, '"seq":9007199254740993'),
      ],
      ['a number as text', (text: string) => text.replace(/"seq":\d+/, '"seq":"1"')],
      [
        'more bytes free than there are',
        (text: string) => text.replace(/"freeBytes":\d+/, '"freeBytes":1e300'),
      ],
      ['a backlog below zero', (text: string) => text.replace(/"backlog":\d+/, '"backlog":-1')],
      ['a clock that is none', (text: string) => text.replace(/"clock":"[^"]+"/, '"clock":"yesterday"')],
      ['an id of SQL', (text: string) => text.replace(/"id":"[^"]+"/, `"id":"${NASTY}"`)],
      ['a batch of HTML', (text: string) => text.replace(/"batch":"[^"]+"/, `"batch":"${HTML}"`)],
      ['an incident of HTML', (text: string) => text.replace('"incidents":[', `"incidents":["${HTML}"`)],
      ['bytes that are no text', (text: string) => text.replace('"nl"', '"\ufffd"').replace('{', '\u0000{')],
    ])('refuses a batch with %s, though it is signed', async (_, change) => {
      const device = await server.approved();
      const before = await server.total();
      const body = Buffer.from(change(JSON.stringify(device.batch([device.item()]))));
      const signature = signDetached(body, device.key, device.id(), BATCH_KIND);
      expect(await why(await post(first, body, signature))).toBe('bad-request');
      expect(await server.total()).toBe(before);
      expect(Object.keys(Object.prototype)).toEqual([]);
    });

    it('takes the last of two members with one name, as everybody who reads these bytes', async () => {
      const device = await server.approved();
      const item = device.item();
      const text = JSON.stringify(device.batch([item])).replace(
        '"language":"nl"',
        '"language":"xx","language":"nl"',
      );
      const body = Buffer.from(text);
      const answer = await post(first, body, signDetached(body, device.key, device.id(), BATCH_KIND));
      expect((await device.acknowledged(answer)).items).toEqual([{ id: item.id, result: 'stored' }]);
      const other = await server.approved();
      const twoDevices = Buffer.from(
        JSON.stringify(device.batch([device.item()]))
          .replace('{', `{"device":"${other.id()}",`)
          .replace(new RegExp(`,"device":"${device.id()}"`), ''),
      );
      const signature = signDetached(twoDevices, device.key, device.id(), BATCH_KIND);
      expect((await post(last, twoDevices, signature)).status).toBe(403);
    });

    it('keeps SQL and HTML as the text they are, in every field that takes text', async () => {
      const texts = [NASTY, HTML, `"; \\ ' \u202e`];
      for (const text of texts) {
        const nasty = aDevice();
        const reply = await fetch(`${first}/api/v1/enrolments`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...nasty.request(await server.code()), appVersion: text }),
        });
        const { device: id } = (await reply.json()) as { device: string };
        expect((await findDevice(server.store, id))?.app_version).toBe(text);
      }
      const sender = await server.approved();
      const before = await server.total();
      const items = texts.flatMap((text) => [
        sender.item({ type: text.slice(0, 40) }),
        sender.item({ body: { language: text } }),
        sender.item({ body: { [text]: text } }),
      ]);
      const batch = sender.batch(items);
      const health = { ...batch.health, appVersion: NASTY };
      const answer = await sender.acknowledged(await sender.send(last, { ...batch, health }));
      expect(answer.items).toEqual(items.map(({ id }) => ({ id, result: 'quarantined' })));
      expect((await findDevice(server.store, sender.id()))?.app_version).toBe(NASTY);
      const aside = await server.store.db
        .selectFrom('quarantine')
        .selectAll()
        .where('device', '=', sender.id())
        .execute();
      expect(aside.map(({ item }) => JSON.parse(item))).toEqual(expect.arrayContaining(items));
      expect(aside).toHaveLength(items.length);
      expect(await server.total()).toBe(before);
      for (const path of ['/docs', '/docs/openapi.json', '/metrics', '/health', '/ready'])
        expect(await (await fetch(`${first}${path}`)).text()).not.toContain('alert(1)');
    });

    it('loses nothing of a device that sends half a character, and keeps it waiting for nothing', async () => {
      const HALF = '\ud800';
      const device = await server.approved();
      const before = await server.total();
      const odd = [device.item({ type: HALF }), device.item({ body: { language: HALF, [HALF]: HALF } })];
      const batch = device.batch([...odd, device.item()]);
      const health = { ...batch.health, appVersion: `${HALF}1.0 \ud83d\ude00\udc00` };
      const { items } = await device.acknowledged(await device.send(first, { ...batch, health }));
      expect(items.map(({ result }) => result)).toEqual(['quarantined', 'quarantined', 'stored']);
      expect(await server.total()).toBe(before + 1);
      expect((await findDevice(server.store, device.id()))?.app_version).toBe('1.0 \ud83d\ude00');
      const aside = await server.store.db
        .selectFrom('quarantine')
        .select('item')
        .where('device', '=', device.id())
        .execute();
      expect(aside.map(({ item }) => JSON.parse(item))).toEqual(expect.arrayContaining(odd));
      const asked = aDevice();
      const body = JSON.stringify({ ...asked.request(await server.code()), appVersion: `${HALF}1` });
      const headers = { 'content-type': 'application/json' };
      const reply = await fetch(`${first}/api/v1/enrolments`, { method: 'POST', headers, body });
      const { device: id } = (await reply.json()) as { device: string };
      expect((await findDevice(server.store, id))?.app_version).toBe('1');
    });

    it.each([
      ['nested without end', `${'['.repeat(900)}${']'.repeat(900)}`],
      ['another prototype', '{"__proto__":{"code":"7K2M-Q9XB-41TD"}}'],
      ['a constructor', '{"constructor":{"prototype":{"code":"7K2M-Q9XB-41TD"}}}'],
      ['SQL as code', `{"code":"${NASTY}","key":"x","profile":"kiosk","appVersion":"1"}`],
      ['text that is no JSON', 'code=7K2M-Q9XB-41TD'],
      ['nothing', ''],
    ])('refuses an enrolment with %s', async (_, body) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${first}/api/v1/enrolments`, { method: 'POST', headers, body });
      expect([answer.status, await why(answer)]).toEqual([400, 'bad-request']);
      const large = await fetch(`${first}/api/v1/enrolments`, {
        ...{ method: 'POST', headers },
        body: JSON.stringify({ code: 'x'.repeat(3_000) }),
      });
      expect(await why(large)).toBe('too-large');
    });

    it.each([
      ['a century ago', '1926-01-01T00:00:00Z', '1926-01-01T00:00:00Z'],
      ['the end of time', '9999-12-31T23:59:59.999Z', '9999-12-31T23:00:00Z'],
    ])('loses nothing of a device whose clock says %s', async (_, clock, at) => {
      const device = await server.approved();
      const before = await server.total();
      const batch = device.batch([device.item({ at }), device.item()]);
      const health = { ...batch.health, clock };
      const { items } = await device.acknowledged(await device.send(last, { ...batch, health }));
      expect(items.map(({ result }) => result)).toEqual(['stored', 'stored']);
      expect(await server.total()).toBe(before + 2);
      const skew = (await findDevice(server.store, device.id()))?.clock_skew_ms ?? 0;
      expect(Math.abs(Date.parse(clock) - Date.now() - skew)).toBeLessThan(60_000);
      // And its ids need not be of that time.
      const odd = device.item({ id: `00000000-0000-7000-8000-${uuidv7().slice(-12)}` });
      expect((await device.acknowledged(await device.send(first, device.batch([odd])))).items).toEqual([
        { id: odd.id, result: 'stored' },
      ]);
    });
  });
}
