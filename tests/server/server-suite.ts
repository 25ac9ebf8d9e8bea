import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_BATCH_BYTES, Refusal } from '../../core/contract/sync/batch.ts';
import { BATCH_KIND, REVOCATION_KIND, SERVER_SIGNER } from '../../core/contract/sync/kinds.ts';
import { findDevice, listDevices, revokeDevice } from '../../server/organisations/devices.ts';
import { makeEnrolmentCode } from '../../server/organisations/enrolment-codes.ts';
import { SERVER_MIGRATIONS } from '../../server/store/migrations/server-migrations.ts';
import { openServerStore } from '../../server/store/open-server-store.ts';
import { signDetached, signerOf, verifyDetached } from '../../trust/jws/detached-jws.ts';
import { publicDeviceKey } from '../../trust/jws/device-key.ts';
import { aDevice, post, uuidv7 } from '../builders/a-device.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';

/** What says nothing of any library, and plans, which are signed and hold no secret: caches may keep them. */
const OPEN_TO_ALL = /^\/(health|ready|api\/v1\/(sign-in|plans\/|reports\/report\.css).*)$/;

/** Sends a request to the end, and hangs up so many turns of the event loop later, without reading an answer. */
function cutOff(
  address: string,
  { body, signature }: { body: Buffer; signature: string },
  turns: number,
): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    'content-length': body.length,
    'balie-signature': signature,
  };
  const sent = request(`${address}/api/v1/batches`, { method: 'POST', headers });
  return new Promise((resolve) => {
    sent.on('error', () => undefined);
    sent.on('close', () => resolve());
    sent.end(body, async () => {
      for (let turn = 0; turn < turns; turn++) await new Promise((next) => setImmediate(next));
      sent.destroy();
    });
  });
}

/** What every server does, whatever its store and however many instances: `database` is asked for before the first test. */
export function describeServer(
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

    it('enrols a device that waits until it is approved, and one device for a code', async () => {
      const code = await server.code();
      const device = aDevice();
      const reply = await device.enrol(first, code.toLowerCase().replaceAll('-', ' '));
      expect(await reply.json()).toMatchObject({ library: 'delft', branch: 'hal', state: 'waiting' });
      expect(await why(await device.send(first, device.batch([])))).toBe('not-approved');
      expect(await why(await aDevice().enrol(last, code))).toBe('unknown-code');
    });

    it('gives the same answer again to the device that did not get it', async () => {
      const code = await server.code();
      const device = aDevice();
      const one = await (await device.enrol(first, code)).json();
      expect(await (await device.enrol(last, code)).json()).toEqual(one);
    });

    it('lets one of many devices win that race for a code', async () => {
      const code = await server.code();
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, index) => aDevice().enrol(index % 2 === 0 ? first : last, code)),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    });

    it('answers the same to a code that is unknown, too old or used', async () => {
      const used = await server.code();
      await aDevice().enrol(first, used);
      const old = await makeEnrolmentCode(
        server.store,
        'delft',
        'hal',
        new Date(Date.now() - 24 * 3600 * 1000 - 1),
      );
      const answers = await Promise.all(
        [used, String(old?.code), '7K2M-Q9XB-41TD'].map(async (code) => {
          const reply = await aDevice().enrol(last, code);
          return `${reply.status} ${await reply.text()}`;
        }),
      );
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain('unknown-code');
    });

    it('stores, counts by hour and acknowledges each item, and a batch once', async () => {
      const device = await server.approved();
      const before = await server.total();
      const items = [device.item(), device.item(), device.item({ at: '2026-11-26T15:00:00Z' })];
      const batch = device.batch(items);
      const stored = await device.acknowledged(await device.send(first, batch));
      expect(stored.items).toEqual(items.map(({ id }) => ({ id, result: 'stored' })));
      const known = await device.acknowledged(await device.send(last, batch));
      expect(known.items).toEqual(items.map(({ id }) => ({ id, result: 'known' })));
      expect(await server.total()).toBe(before + 3);
      const batches = server.store.db.selectFrom('batches').where('device', '=', device.id());
      expect(await batches.selectAll().execute()).toHaveLength(1);
    });

    it('counts a batch once that is sent ten times at the same moment', async () => {
      const device = await server.approved();
      const before = await server.total();
      const batch = device.batch(Array.from({ length: 50 }, () => device.item()));
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, index) => device.send(index % 2 === 0 ? first : last, batch)),
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      expect(await server.total()).toBe(before + 50);
    });

    it('counts a batch once whose connection was cut before the acknowledgement', async () => {
      const device = await server.approved();
      const before = await server.total();
      for (let turns = 0; turns < 10; turns++) {
        const batch = device.batch([device.item(), device.item()]);
        await cutOff(turns % 2 === 0 ? first : last, device.signed(batch), turns);
        const { items } = await device.acknowledged(await device.send(turns % 3 === 0 ? first : last, batch));
        expect(items.every(({ result }) => result === 'stored' || result === 'known')).toBe(true);
      }
      expect(await server.total()).toBe(before + 20);
    });

    it('counts exactly when many devices of a branch send at the same moment', async () => {
      const devices = await Promise.all(Array.from({ length: 6 }, () => server.approved('gouda')));
      const before = await server.total();
      const languages = ['nl', 'en', 'ar'];
      await Promise.all(
        devices.flatMap((device, index) =>
          Array.from({ length: 5 }, async () => {
            const order = index % 2 === 0 ? languages : [...languages].reverse();
            const items = order.map((language) => device.item({ body: { language } }));
            await device.acknowledged(await device.send(index % 2 === 0 ? first : last, device.batch(items)));
          }),
        ),
      );
      expect(await server.total()).toBe(before + 6 * 5 * 3);
    });

    it('sets a poison item aside, and stores its neighbours', async () => {
      const device = await server.approved();
      const before = await server.total();
      const good = [device.item(), device.item()];
      const poison = [
        device.item({ type: 'unheard-of' }),
        device.item({ body: { language: 'nl', visitor: 1 } }),
        device.item({ body: 'x\u0000y' }),
        device.item({ type: "'); DROP TABLE items; --" }),
        device.item({ at: '2026-99-99T14:00:00Z' }),
        device.item({ at: '2026-02-30T14:00:00Z' }),
        device.item({ body: null }),
      ];
      const [one, two] = good;
      if (one === undefined || two === undefined) throw new Error('There are two.');
      const batch = device.batch([one, ...poison, two]);
      const { items } = await device.acknowledged(await device.send(first, batch));
      const results = new Map(items.map(({ id, result }) => [id, result]));
      expect(good.map(({ id }) => results.get(id))).toEqual(['stored', 'stored']);
      expect(poison.map(({ id }) => results.get(id))).toEqual(poison.map(() => 'quarantined'));
      expect(await server.total()).toBe(before + 2);
      // Deeper than JSON.stringify goes, so it is written by hand.
      const bottomless = device.batch([device.item({ body: 'DEEP' })]);
      const text = JSON.stringify(bottomless).replace('"DEEP"', `${'['.repeat(50_000)}${']'.repeat(50_000)}`);
      const bytes = Buffer.from(text);
      const answer = await post(last, bytes, signDetached(bytes, device.key, device.id(), BATCH_KIND));
      expect((await device.acknowledged(answer)).items[0]?.result).toBe('quarantined');
    });

    it('keeps what came first, and sets the same id with other content aside', async () => {
      const device = await server.approved();
      const before = await server.total();
      const item = device.item();
      await device.send(first, device.batch([item]));
      const forged = { ...item, body: { language: 'en' } };
      const { items } = await device.acknowledged(await device.send(last, device.batch([forged])));
      expect(items).toEqual([{ id: item.id, result: 'quarantined' }]);
      const aside = server.store.db.selectFrom('quarantine').selectAll().where('device', '=', device.id());
      expect(await aside.execute()).toMatchObject([{ id: item.id, why: 'other-content', library: 'delft' }]);
      const twice = device.item();
      const both = device.batch([twice, { ...twice, body: { language: 'ar' } }]);
      expect((await device.acknowledged(await device.send(first, both))).items).toEqual([
        { id: twice.id, result: 'stored' },
      ]);
      expect(await server.total()).toBe(before + 2);
    });

    it('lets no other device touch an item, by its id', async () => {
      const device = await server.approved('delft');
      const other = await server.approved('gouda');
      const item = device.item();
      await device.send(first, device.batch([item]));
      const theirs = await other.acknowledged(
        await other.send(last, other.batch([{ ...item, at: '2026-11-26T16:00:00Z' }])),
      );
      expect(theirs.items[0]?.result).toBe('stored');
      const mine = server.store.db.selectFrom('items').selectAll().where('device', '=', device.id());
      expect(await mine.execute()).toMatchObject([{ id: item.id, hour: item.at, library: 'delft' }]);
    });

    it('takes batches in any order, and keeps the newest health', async () => {
      const device = await server.approved();
      const before = await server.total();
      const early = device.batch([device.item()]);
      const late = device.batch([device.item()]);
      await device.send(first, {
        ...late,
        health: { ...late.health, backlog: 2, appVersion: '0.2.0\u0000' },
      });
      await device.send(last, { ...early, health: { ...early.health, backlog: 9 } });
      expect(await server.total()).toBe(before + 2);
      expect(await findDevice(server.store, device.id())).toMatchObject({ backlog: 2, app_version: '0.2.0' });
    });

    it('takes no older batch for a newer one, though it is empty or its row was purged', async () => {
      const device = await server.approved();
      const [old, fresh] = [device.batch([]), device.batch([])];
      await device.send(first, { ...fresh, health: { ...fresh.health, freeBytes: 5 } });
      const answer = await device.acknowledged(await device.send(last, old));
      expect(answer.healthSeq).toBe(fresh.health.seq);
      expect(await findDevice(server.store, device.id())).toMatchObject({ free_bytes: 5, health_seq: 2 });
    });

    it('keeps how a device fares, and by how much its clock is wrong', async () => {
      const device = await server.approved();
      const batch = device.batch([]);
      const health = {
        ...batch.health,
        clock: new Date(Date.now() + 3_600_000).toISOString(),
        freeBytes: 7,
        starts: 4,
        incidents: ['page-gone'],
        packs: [{ library: 'delft', pack: 'zelfredzaam', channel: 'stable', version: 3 }],
      };
      await device.acknowledged(await device.send(last, { ...batch, health }));
      const kept = await findDevice(server.store, device.id());
      expect(kept).toMatchObject({ free_bytes: 7, packs: JSON.stringify(health.packs) });
      expect(Math.abs((kept?.clock_skew_ms ?? 0) - 3_600_000)).toBeLessThan(60_000);
      const batches = server.store.db.selectFrom('batches').selectAll().where('device', '=', device.id());
      expect(await batches.execute()).toMatchObject([{ starts: 4, incidents: '["page-gone"]' }]);
    });

    it('refuses what its device did not sign: tampered, without algorithm, of another kind, of another device', async () => {
      const device = await server.approved();
      const other = await server.approved('gouda');
      const before = await server.total();
      const bytes = Buffer.from(JSON.stringify(device.batch([device.item()])));
      const good = signDetached(bytes, device.key, device.id(), BATCH_KIND);
      const none = Buffer.from(
        JSON.stringify({ alg: 'none', b64: false, crit: ['b64'], kid: device.id(), typ: BATCH_KIND }),
      ).toString('base64url');
      const tampered = Buffer.from(bytes.toString().replace('"nl"', '"en"'));
      for (const [body, signature] of [
        [tampered, good],
        [bytes, `${none}..`],
        [bytes, `${none}..${good.split('..')[1]}`],
        [bytes, signDetached(bytes, device.key, device.id(), 'balie-acknowledgement')],
        [bytes, signDetached(bytes, other.key, device.id(), BATCH_KIND)],
        [bytes, signDetached(bytes, device.key, randomUUID(), BATCH_KIND)],
        [bytes, undefined],
      ] as const)
        expect(await why(await post(first, body, signature))).toBe('bad-signature');
      // A stolen key signs for its own device only.
      const stolen = signDetached(bytes, other.key, other.id(), BATCH_KIND);
      expect(await why(await post(last, bytes, stolen))).toBe('not-allowed');
      expect(await server.total()).toBe(before);
    });

    it('gives the key of a device nothing to read, of its own library or another', async () => {
      const device = await server.approved('gouda');
      const { paths } = (await (await fetch(`${first}/docs/openapi.json`)).json()) as { paths: object };
      // The routes of the administration are asked one by one, by every role, in tests/server/accounts/.
      const documented = Object.keys(paths).filter((path) => !OPEN_TO_ALL.test(path));
      expect(documented).toEqual(expect.arrayContaining(['/api/v1/batches', '/api/v1/session']));
      const signature = signDetached(Buffer.alloc(0), device.key, device.id(), BATCH_KIND);
      for (const path of [...documented, '/server.db', '/server.key']) {
        const { status } = await fetch(`${last}${path}`, { headers: { 'balie-signature': signature } });
        expect([401, 404], path).toContain(status);
      }
    });

    it('never hears a device again that was revoked, also when it enrols anew with that code', async () => {
      const device = await server.approved();
      await revokeDevice(server.store, device.id());
      const answer = await device.send(last, device.batch([device.item()]));
      const bytes = Buffer.from(await answer.clone().arrayBuffer());
      expect(Refusal.parse(JSON.parse(bytes.toString()))).toMatchObject({
        why: 'revoked',
        device: device.id(),
      });
      const serverKey = publicDeviceKey(device.serverKey());
      const signature = answer.headers.get('balie-signature') ?? '';
      expect([answer.status, verifyDetached(bytes, signature, serverKey, REVOCATION_KIND)]).toEqual([
        403,
        true,
      ]);
      expect(signerOf(signature, REVOCATION_KIND)).toBe(SERVER_SIGNER);
    });

    it('reads no more than a batch may hold, and no batch of another shape', async () => {
      const device = await server.approved();
      const large = device.batch([device.item({ body: 'x'.repeat(MOST_BATCH_BYTES) })]);
      expect(await why(await device.send(first, large))).toBe('too-large');
      expect(await why(await device.send(first, { ...device.batch([]), visitor: 1 }))).toBe('bad-request');
      expect(await why(await device.send(last, [uuidv7()]))).toBe('bad-request');
    });

    it('says that it runs, is ready, and what it counts', async () => {
      expect((await fetch(`${first}/health`)).status).toBe(200);
      expect((await fetch(`${last}/ready`)).status).toBe(200);
      const metrics = await (await fetch(`${last}/metrics`)).text();
      expect(metrics).toMatch(/balie_devices\{state="approved"\} \d+/);
      expect(metrics).toMatch(/balie_items_total\{result="stored"\} \d+/);
      const page = await fetch(`${first}/docs`);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(await page.text()).toContain('POST /api/v1/batches');
    });

    it('hands out the repository with the cache headers of docs/nginx.conf', async () => {
      const folder = join(server.data, 'repository', 'metadata');
      mkdirSync(folder, { recursive: true });
      for (const name of ['timestamp.json', '1.root.json']) writeFileSync(join(folder, name), '{}');
      writeFileSync(join(folder, '.hidden'), '');
      const get = (path: string) => fetch(`${first}/repository/${path}`);
      const root = await get('metadata/1.root.json');
      expect(root.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(root.headers.get('etag')).not.toBeNull();
      expect((await get('metadata/timestamp.json')).headers.get('cache-control')).toBe('no-store');
      expect((await get('metadata/9.root.json')).headers.get('cache-control')).toBe('no-store');
      for (const path of ['metadata/.hidden', '', 'metadata/', '%2e%2e/server.key', '..%2fserver.key'])
        expect((await get(path)).status).toBeGreaterThanOrEqual(400);
    });

    it('logs nothing of who asked or what was in it', () => {
      const lines = server.logged().split('\n');
      expect(lines.join()).toContain('"route":"/api/v1/batches"');
      // Where it listens itself it may say.
      const others = lines.filter((line) => !line.includes('"msg":"Server listening at')).join('\n');
      expect(others).not.toMatch(/127\.0\.0\.1|balie-signature|user-agent|language-chosen/i);
    });

    it('opens its store a second time without a change', async () => {
      const again = await openServerStore({ data: server.data, database: await database() });
      const names = await again.db.selectFrom('migrations').select('name').orderBy('name').execute();
      expect(names.map((row) => row.name)).toEqual(SERVER_MIGRATIONS.map((step) => step.name));
      expect((await listDevices(again, 'gouda')).every(({ library }) => library === 'gouda')).toBe(true);
      await again.close();
    });
  });
}
