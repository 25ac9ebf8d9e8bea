import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AlertsReply } from '../../../core/contract/administration/alert.ts';
import { USUAL_RULES } from '../../../core/domain/alerts/alert-rules.ts';
import { Schedule } from '../../../core/domain/directory/schedule.ts';
import { readAudit } from '../../../server/accounts/audit.ts';
import { AUDIT_KEPT_DAYS } from '../../../server/accounts/purge-audit.ts';
import { alertChores } from '../../../server/alerts/alert-chores.ts';
import { NOBODY_TOLD } from '../../../server/alerts/alert-settings.ts';
import { purgeAlerts } from '../../../server/alerts/purge-alerts.ts';
import { readHours } from '../../../server/alerts/read-hours.ts';
import type { Published } from '../../../server/alerts/read-published.ts';
import {
  MaybeToldError,
  PartlyToldError,
  type Teller,
  tellAlerts,
} from '../../../server/alerts/tell-alerts.ts';
import { updateAlerts } from '../../../server/alerts/update-alerts.ts';
import { revokeDevice } from '../../../server/organisations/devices.ts';
import { addPublisher } from '../../../server/organisations/publishers.ts';
import { setBranchHours } from '../../../server/rollouts/branch-hours.ts';
import { aSignedInBrowser } from '../../builders/a-browser.ts';
import { type OwnServer, startOwnServer } from '../../builders/a-server.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOTHING: Published = { packs: [], expiries: new Map(), isWhole: true };
/** Long over, whatever the day on which a test runs. */
const SOON = { role: 'timestamp', expires: '2026-01-02T00:00:00Z' };

/** What alerts do, whatever the store: `database` is asked for before the first test. */
export function describeAlerts(
  name: string,
  database: () => Promise<string | undefined>,
  instances: number,
): void {
  describe(name, () => {
    let server: OwnServer;
    beforeAll(async () => {
      server = await startOwnServer(await database(), instances);
    });
    afterAll(() => server.remove());
    beforeEach(async () => {
      const { db } = server.store;
      await db.deleteFrom('alert_messages').execute();
      await db.deleteFrom('alerts').execute();
      await db.updateTable('devices').set({ state: 'revoked' }).execute();
    });

    const later = (ms: number) => new Date(Date.now() + ms);
    const update = (now: Date, published = NOTHING) =>
      updateAlerts(
        server.store,
        { rules: USUAL_RULES, published, waysOf: () => ['mail', 'webhook'], hoursOf: () => [] },
        now,
      );
    const list = async (library = 'delft') => {
      const browser = await aSignedInBrowser(server.store, server.addresses[0], 'reader', library);
      const reply = await browser.get('/api/v1/alerts');
      expect([reply.status, reply.headers.get('cache-control')]).toEqual([200, 'no-store']);
      return AlertsReply.parse(await reply.json()).alerts;
    };
    const kinds = async () =>
      (await list()).map(({ finding, closedAt }) => [finding.kind, closedAt !== null]);
    /** Tells by both ways, and keeps what was told. */
    const collector = (tell: Teller = async () => undefined) => {
      const told: string[] = [];
      const teller =
        (way: string): Teller =>
        async (message) => {
          await tell(message);
          told.push(`${way} ${message.about} ${message.finding.kind} ${message.place}`);
        };
      return { told, tellers: { mail: teller('mail'), webhook: teller('webhook') } };
    };

    /** A device of a library that shows a pack of this publisher. */
    const showing = async (publisher: string, library?: string) => {
      const device = await server.approved(library);
      const batch = device.batch([]);
      const packs = [{ library: publisher, pack: 'pakket', channel: 'stable' as const, version: 1 }];
      await device.send(server.addresses[0], {
        ...batch,
        health: { ...batch.health, freeBytes: 1e12, packs },
      });
      return device;
    };

    it('counts the hours alone in which the branch is open, where they are known', async () => {
      await server.approved();
      const schedule = {
        id: 'a',
        freq: 'WEEKLY' as const,
        byday: 'MO',
        opens_at: '09:00',
        closes_at: '12:00',
      };
      await setBranchHours(server.store, 'delft', 'hal', [Schedule.parse(schedule)]);
      const hoursOf = await readHours(server.store);
      expect([hoursOf('delft', 'hal').length, hoursOf('gouda', 'hal')]).toEqual([1, []]);
      const plan = { rules: USUAL_RULES, published: NOTHING, waysOf: () => [], hoursOf };
      expect(await updateAlerts(server.store, plan, later(6 * 24 * HOUR))).toEqual({ opened: 0, closed: 0 });
      expect(await updateAlerts(server.store, plan, later(22 * 24 * HOUR))).toMatchObject({ opened: 1 });
      await setBranchHours(server.store, 'delft', 'hal', []);
    });

    it('opens an alert once, keeps how it is, and closes it when it is over', async () => {
      const device = await server.approved();
      await device.send(server.addresses[0], device.batch([]));
      expect(await update(later(0))).toMatchObject({ opened: 1 }); // 1 MB of free space
      expect(await update(later(25 * HOUR))).toEqual({ opened: 1, closed: 0 });
      expect(await update(later(27 * HOUR))).toEqual({ opened: 0, closed: 0 });
      const [silent] = (await list()).filter(({ finding }) => finding.kind === 'silent');
      expect(silent).toMatchObject({
        device: device.id(),
        place: 'Hal',
        finding: { hours: 27 },
        closedAt: null,
        messages: [
          { about: 'opened', way: 'mail' },
          { about: 'opened', way: 'webhook' },
        ],
      });
      const batch = device.batch([]);
      await device.send(server.addresses[0], {
        ...batch,
        health: { ...batch.health, freeBytes: 10_000_000_000 },
      });
      expect(await update(later(0))).toEqual({ opened: 0, closed: 2 });
      expect(await kinds()).toEqual([
        ['silent', true],
        ['full', true],
      ]);
      expect(await update(later(25 * HOUR))).toEqual({ opened: 1, closed: 0 });
    });

    it('has one alert open for a device and kind, however many instances look at once', async () => {
      await server.approved();
      const updates = await Promise.all(Array.from({ length: 8 }, () => update(later(25 * HOUR))));
      expect(updates.reduce((sum, { opened }) => sum + opened, 0)).toBe(1);
      const { told, tellers } = collector();
      await Promise.all(
        Array.from({ length: 8 }, () => tellAlerts(server.store, tellers, () => later(25 * HOUR))),
      );
      expect(told.sort()).toEqual(['mail opened silent Hal', 'webhook opened silent Hal']);
      await tellAlerts(server.store, tellers, () => later(99 * HOUR));
      expect(told).toHaveLength(2);
    });

    it('tells nobody else when the server is to stop, and leaves them in line as they were', async () => {
      await server.approved();
      await update(later(25 * HOUR));
      const { told, tellers } = collector();
      const at = () => later(25 * HOUR);
      const tell = (goesOn: () => boolean) => tellAlerts(server.store, tellers, at, goesOn);
      expect(await tell(() => told.length === 0)).toEqual({ told: 1, failed: 0 });
      // The chore of a server that has no way to tell: it would write down that it tried.
      const chore = alertChores(server.store, NOBODY_TOLD, at).find(({ name }) => name === 'alerts-told');
      expect(await chore?.run(at(), () => false)).toBeUndefined();
      expect(await tell(() => true)).toEqual({ told: 1, failed: 0 });
      expect(told.sort()).toEqual(['mail opened silent Hal', 'webhook opened silent Hal']);
    });

    it('tells that it is over to whom it told of it, and to nobody else', async () => {
      const device = await server.approved();
      await update(later(25 * HOUR));
      const { told, tellers } = collector();
      const broken: Teller = async () => {
        throw new Error('no answer');
      };
      await tellAlerts(server.store, { ...tellers, mail: broken }, () => later(25 * HOUR));
      const batch = device.batch([]);
      const health = { ...batch.health, freeBytes: 1e12 };
      await device.send(server.addresses[0], { ...batch, health });
      await update(later(0));
      await tellAlerts(server.store, tellers, () => later(99 * HOUR));
      expect(told).toEqual(['webhook opened silent Hal', 'webhook closed silent Hal']);
    });

    /** A silent device, of which `tell` is telling by mail when it is heard again. */
    const whileTold = async (tell: Teller) => {
      const device = await server.approved();
      await update(later(25 * HOUR));
      const { told, tellers } = collector(async (message) => {
        const batch = device.batch([]);
        const health = { ...batch.health, freeBytes: 1e12 };
        if (message.about === 'opened') {
          await device.send(server.addresses[0], { ...batch, health });
          expect(await update(later(0))).toEqual({ opened: 0, closed: 1 });
        }
        await tell(message);
      });
      const { db } = server.store;
      await db.deleteFrom('alert_messages').where('way', '=', 'webhook').execute();
      return { told, tellers };
    };

    it('tells the end of what was over while it was being told', async () => {
      const { told, tellers } = await whileTold(async () => undefined);
      expect(await tellAlerts(server.store, tellers, () => later(25 * HOUR))).toEqual({ told: 1, failed: 0 });
      await tellAlerts(server.store, tellers, () => later(99 * HOUR));
      await tellAlerts(server.store, tellers, () => later(199 * HOUR));
      expect(told).toEqual(['mail opened silent Hal', 'mail closed silent Hal']);
    });

    it('does not try again what is over, when it came to nothing meanwhile', async () => {
      const { tellers } = await whileTold(async () => {
        throw new Error('no answer');
      });
      await tellAlerts(server.store, tellers, () => later(25 * HOUR));
      const { told, tellers: well } = collector();
      await tellAlerts(server.store, well, () => later(99 * HOUR));
      expect(told).toEqual([]);
      expect((await list())[0]?.messages).toMatchObject([{ failure: 'no answer', nextTry: null }]);
    });

    it('tells the end to whom it may have told the beginning: a receiver that was slow to answer', async () => {
      const slow = async () => {
        throw new MaybeToldError('no answer in time');
      };
      const meanwhile = await whileTold(slow);
      await tellAlerts(server.store, meanwhile.tellers, () => later(25 * HOUR));
      const { told, tellers } = collector();
      await tellAlerts(server.store, tellers, () => later(99 * HOUR));
      expect(told).toEqual(['mail closed silent Hal']);
      // And when it is over between two tries.
      await server.store.db.deleteFrom('alert_messages').execute();
      await server.store.db.deleteFrom('alerts').execute();
      await server.store.db.updateTable('devices').set({ state: 'revoked' }).execute();
      const device = await server.approved();
      await update(later(25 * HOUR));
      const failing = { mail: slow, webhook: slow };
      expect(await tellAlerts(server.store, failing, () => later(25 * HOUR))).toEqual({ told: 0, failed: 2 });
      await server.store.db
        .updateTable('devices')
        .set({ last_contact: later(25 * HOUR).toISOString() })
        .where('id', '=', device.id())
        .execute();
      await update(later(25 * HOUR));
      told.length = 0;
      await tellAlerts(server.store, tellers, () => later(26 * HOUR));
      await tellAlerts(server.store, tellers, () => later(26 * HOUR));
      expect(told.sort()).toEqual(['mail closed silent Hal', 'webhook closed silent Hal']);
    });

    it('tells the end to whom it may have told the beginning, though later tries surely came to nothing', async () => {
      const device = await server.approved();
      await update(later(25 * HOUR));
      const slow: Teller = async () => {
        throw new MaybeToldError('no answer in time');
      };
      const down: Teller = async () => {
        throw new Error('nobody is there');
      };
      for (const [hours, teller] of [slow, down, down].entries())
        await tellAlerts(server.store, { mail: teller, webhook: down }, () => later((25 + hours) * HOUR));
      expect((await list())[0]?.messages).toMatchObject([
        { failure: 'nobody is there' },
        { failure: 'nobody is there' },
      ]);
      await server.store.db
        .updateTable('devices')
        .set({ last_contact: later(28 * HOUR).toISOString() })
        .where('id', '=', device.id())
        .execute();
      await update(later(28 * HOUR));
      const { told, tellers } = collector();
      await tellAlerts(server.store, tellers, () => later(99 * HOUR));
      expect(told).toEqual(['mail closed silent Hal']);
    });

    it('tells the end alone when the instance that was telling the beginning is gone', async () => {
      const { tellers } = await whileTold(() => new Promise(() => undefined));
      void tellAlerts(server.store, tellers, () => later(25 * HOUR));
      while ((await kinds()).every(([, closed]) => !closed))
        await new Promise((resolve) => setImmediate(resolve));
      const { told, tellers: well } = collector();
      await tellAlerts(server.store, well, () => later(25 * HOUR + MINUTE));
      expect(told).toEqual([]);
      await tellAlerts(server.store, well, () => later(25 * HOUR + 6 * MINUTE));
      await tellAlerts(server.store, well, () => later(25 * HOUR + 7 * MINUTE));
      expect(told).toEqual(['mail closed silent Hal']);
    });

    it('tells nothing of what was over before anybody told of it, though somebody had taken it', async () => {
      const { told, tellers } = await whileTold(async () => undefined);
      const [message] = await server.store.db.selectFrom('alert_messages').selectAll().execute();
      // Taken at the moment at which it is closed: no try was made.
      await server.store.db
        .updateTable('alerts')
        .set({ closed_at: later(0).toISOString() })
        .execute();
      expect(message).toMatchObject({ tries: 0, about: 'opened' });
      expect(await tellAlerts(server.store, tellers, () => later(25 * HOUR))).toEqual({ told: 0, failed: 0 });
      await tellAlerts(server.store, tellers, () => later(99 * HOUR));
      expect(told).toEqual([]);
      expect((await list())[0]?.messages).toMatchObject([{ toldAt: null, failure: null, nextTry: null }]);
    });

    it('says nothing more of a device that was revoked', async () => {
      const device = await server.approved();
      await update(later(25 * HOUR));
      const { told, tellers } = collector();
      await tellAlerts(server.store, tellers, () => later(25 * HOUR));
      await revokeDevice(server.store, device.id());
      expect(await update(later(26 * HOUR))).toEqual({ opened: 0, closed: 1 });
      await tellAlerts(server.store, tellers, () => later(26 * HOUR));
      expect(told.every((line) => line.includes('opened'))).toBe(true);
    });

    it('tries again later and later, as the store says, and gives up', async () => {
      await server.approved();
      let now = later(25 * HOUR);
      await update(now);
      const tries: number[] = [];
      const start = now.getTime();
      const failing: Teller = async () => {
        tries.push(Math.round((now.getTime() - start) / MINUTE));
        throw new Error('no answer\r\nat all');
      };
      const silence: Teller = async () => undefined;
      for (let minutes = 0; minutes < 3 * 24 * 60; minutes++) {
        now = new Date(start + minutes * MINUTE);
        await tellAlerts(server.store, { webhook: failing, mail: silence }, () => now);
        if (tries.length === 12) break;
        const next = (await list())[0]?.messages.find(({ way }) => way === 'webhook')?.nextTry;
        minutes = (Date.parse(String(next)) - start) / MINUTE - 1;
      }
      expect(tries).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 255, 511, 871, 1231]);
      expect((await list())[0]?.messages).toMatchObject([
        { way: 'mail', failure: null, nextTry: null },
        { way: 'webhook', failure: 'no answerat all', toldAt: null, nextTry: null },
      ]);
    });

    it('goes on telling those alone whose address was refused, and says that others were told', async () => {
      await server.approved();
      await update(later(25 * HOUR));
      const asked: unknown[] = [];
      const mailOnly = (mail: Teller) => ({ mail, webhook: async () => undefined });
      const partly = mailOnly(async ({ refused }) => {
        asked.push(refused);
        throw new PartlyToldError(['four'], '1 of 2 addresses: 452 <kees@delft.example> is full');
      });
      expect(await tellAlerts(server.store, partly, () => later(25 * HOUR))).toEqual({ told: 2, failed: 0 });
      const first = (await list())[0]?.messages[0];
      expect(first).toMatchObject({ failure: '1 of 2 addresses: 452 (address) is full' });
      expect([first?.toldAt, first?.nextTry]).not.toContain(null);
      const none = mailOnly(async ({ refused }) => {
        asked.push(refused);
        throw new Error('nobody is there');
      });
      await tellAlerts(server.store, none, () => later(26 * HOUR));
      expect((await list())[0]?.messages[0]).toMatchObject({
        toldAt: first?.toldAt,
        failure: 'nobody is there',
      });
      const all = mailOnly(async ({ refused }) => void asked.push(refused));
      await tellAlerts(server.store, all, () => later(27 * HOUR));
      expect((await list())[0]?.messages[0]).toMatchObject({
        ...{ toldAt: first?.toldAt, nextTry: null, failure: null },
      });
      await tellAlerts(server.store, all, () => later(99 * HOUR));
      expect(asked).toEqual([null, ['four'], ['four']]);
    });

    it('tells no further address of what is over, and all of them that it is', async () => {
      const device = await server.approved();
      await update(later(25 * HOUR));
      const partly: Teller = async () => {
        throw new PartlyToldError(['four'], '1 of 2 addresses is full');
      };
      await tellAlerts(server.store, { mail: partly, webhook: partly }, () => later(25 * HOUR));
      await server.store.db
        .updateTable('devices')
        .set({ last_contact: later(25 * HOUR).toISOString() })
        .where('id', '=', device.id())
        .execute();
      await update(later(25 * HOUR));
      const { told, tellers } = collector(async ({ refused }) => expect(refused).toBeNull());
      await tellAlerts(server.store, tellers, () => later(99 * HOUR));
      expect(told.sort()).toEqual(['mail closed silent Hal', 'webhook closed silent Hal']);
    });

    it('forgets what was over two years ago, with who was told, and nothing that is open', async () => {
      const device = await server.approved();
      await update(later(25 * HOUR));
      await server.store.db
        .updateTable('devices')
        .set({ last_contact: later(25 * HOUR).toISOString() })
        .where('id', '=', device.id())
        .execute();
      await update(later(25 * HOUR));
      expect(await update(later(50 * HOUR))).toMatchObject({ opened: 1 });
      expect(await purgeAlerts(server.store, later((AUDIT_KEPT_DAYS + 1) * 24 * HOUR))).toBe(0);
      expect(await kinds()).toHaveLength(2);
      expect(await purgeAlerts(server.store, later((AUDIT_KEPT_DAYS + 2) * 24 * HOUR))).toBe(1);
      expect(await kinds()).toEqual([['silent', false]]);
      const messages = await server.store.db.selectFrom('alert_messages').select('about').execute();
      expect(messages.map(({ about }) => about)).toEqual(['opened', 'opened']);
    });

    it('keeps no address of those who are told', async () => {
      await server.approved();
      await update(later(25 * HOUR));
      const refused: Teller = async () => {
        throw new Error("Can't send mail: 550 5.1.1 <kees@delft.example>: 'beheer@delft.example' unknown");
      };
      await tellAlerts(server.store, { mail: refused, webhook: refused }, () => later(25 * HOUR));
      const kept = JSON.stringify(await server.store.db.selectFrom('alert_messages').selectAll().execute());
      expect(kept).toContain('550 5.1.1');
      expect(kept).not.toMatch(/@|delft.example/);
    });

    it('does not wait for the day that a clock once showed that was ahead', async () => {
      await server.approved();
      await update(later(400 * 24 * HOUR));
      const broken = collector(() => Promise.reject(new Error('no network')));
      await tellAlerts(server.store, broken.tellers, () => later(400 * 24 * HOUR));
      const { told, tellers } = collector();
      expect(await tellAlerts(server.store, tellers, () => later(0))).toEqual({ told: 2, failed: 0 });
      expect(told).toHaveLength(2);
    });

    it('leaves a message to another instance when the one that took it is gone', async () => {
      await server.approved();
      await update(later(25 * HOUR));
      const gone = collector(() => new Promise(() => undefined));
      void tellAlerts(server.store, gone.tellers, () => later(25 * HOUR));
      const taken = () =>
        server.store.db.selectFrom('alert_messages').select('tries').where('tries', '>', 0).execute();
      while ((await taken()).length === 0) await new Promise((resolve) => setImmediate(resolve));
      const { told, tellers } = collector();
      await tellAlerts(server.store, tellers, () => later(25 * HOUR + MINUTE));
      expect(told).toHaveLength(1);
      await tellAlerts(server.store, tellers, () => later(25 * HOUR + 6 * MINUTE));
      expect(told).toHaveLength(2);
    });

    it('warns of what was set aside, until it is counted after an upgrade by whoever may', async () => {
      const device = await server.approved();
      const batch = device.batch([
        device.item({ type: 'poison' }),
        device.item({ at: '2026-02-30T14:00:00Z' }),
      ]);
      await device.send(server.addresses[0], { ...batch, health: { ...batch.health, freeBytes: 1e12 } });
      await update(later(0));
      expect(await list()).toMatchObject([
        { device: null, place: 'delft', finding: { kind: 'set-aside', number: 2 } },
      ]);
      const { db } = server.store;
      const item = JSON.stringify(device.item());
      await db.updateTable('quarantine').set({ item, why: 'not-understood' }).execute();
      const reader = await aSignedInBrowser(server.store, server.addresses[0], 'reader');
      const aside = '/api/v1/set-aside';
      expect(await (await reader.get(aside)).json()).toMatchObject({
        groups: [{ why: 'not-understood', number: 2, devices: 1 }],
      });
      const administrator = await aSignedInBrowser(server.store, server.addresses[0], 'administrator');
      const again = await administrator.post(`${aside}/judgements`, {});
      expect(await again.json()).toEqual({ counted: 1 }); // the other one has its id
      await db.deleteFrom('quarantine').execute();
      expect(await update(later(0))).toEqual({ opened: 0, closed: 1 });
      const [line] = (await readAudit(db, 'delft')).entries.filter(
        ({ what }) => what === 'set-aside-counted',
      );
      expect([line?.by === null, line?.onWhat]).toEqual([false, `${device.id()} (1)`]);
    });

    it('shows a library its own alerts, and nobody who is not signed in any', async () => {
      await server.approved('gouda');
      await update(later(25 * HOUR));
      expect(await list('delft')).toEqual([]);
      expect(await list('gouda')).toHaveLength(1);
      expect((await fetch(`${server.addresses[0]}/api/v1/alerts`)).status).toBe(401);
    });

    it('finds devices that keep starting, and that stay behind since the server had a version', async () => {
      const device = await server.approved();
      const pack = { library: 'delft', pack: 'zelfredzaam', channel: 'stable' as const };
      for (const starts of [3, 3]) {
        const batch = device.batch([]);
        const health = { ...batch.health, freeBytes: 1e12, starts, packs: [{ ...pack, version: 1 }] };
        await device.acknowledged(await device.send(server.addresses[0], { ...batch, health }));
      }
      const published = { ...NOTHING, packs: [{ ...pack, version: 2 }] };
      await update(later(0), published);
      expect(await kinds()).toEqual([['crash-looping', false]]);
      await update(later(8 * 24 * HOUR), published);
      expect((await kinds()).sort()).toEqual([
        ['crash-looping', true],
        ['silent', false],
        ['stale', false],
      ]);
      const expires = '2026-12-01T00:00:00Z';
      const expiries = new Map([['gouda', [{ role: 'gouda', expires }]]]);
      await update(later(0), { ...NOTHING, expiries });
      expect(await list('gouda')).toMatchObject([
        { device: null, place: 'gouda', finding: { kind: 'expiring', role: 'gouda', expires } },
      ]);
    });

    it('leaves what is said of the repository as it is where that cannot be read, but for a device that is gone', async () => {
      const device = await showing('landelijk');
      const published = {
        packs: [{ library: 'landelijk', pack: 'pakket', channel: 'stable' as const, version: 2 }],
        expiries: new Map([['delft', [SOON]]]),
        isWhole: true,
      };
      await update(later(0), published);
      // An old version for eight days, and heard a moment ago.
      const eight = later(8 * 24 * HOUR);
      const heard = { last_contact: eight.toISOString() };
      await server.store.db.updateTable('devices').set(heard).where('id', '=', device.id()).execute();
      expect(await update(eight, published)).toMatchObject({ opened: 1 });
      expect((await kinds()).sort()).toEqual([
        ['expiring', false],
        ['stale', false],
      ]);
      // Another instance, which has no repository or a damaged one.
      const unread = { ...NOTHING, isWhole: false };
      expect(await update(eight, unread)).toEqual({ opened: 0, closed: 0 });
      await revokeDevice(server.store, device.id());
      expect(await update(eight, unread)).toEqual({ opened: 0, closed: 1 });
      expect(await update(eight, NOTHING)).toEqual({ opened: 0, closed: 1 });
    });

    it('warns of a publisher of a library that library, and of one of all each that shows what it publishes', async () => {
      await addPublisher(server.store, 'delft', { id: 'bureau', name: 'Bureau', packs: [] });
      await addPublisher(server.store, null, { id: 'landelijk', name: 'Landelijk', packs: [] });
      const warnedOf = async (publisher: string) => {
        await server.store.db.deleteFrom('alert_messages').execute();
        await server.store.db.deleteFrom('alerts').execute();
        await update(later(0), { ...NOTHING, expiries: new Map([[publisher, [SOON]]]) });
        return [...(await list('delft')), ...(await list('gouda'))].map(({ place }) => place);
      };
      expect(await warnedOf('bureau')).toEqual(['delft']);
      expect(await warnedOf('landelijk')).toEqual([]);
      await showing('landelijk', 'gouda');
      expect(await warnedOf('landelijk')).toEqual(['gouda']);
      await showing('landelijk');
      expect(await warnedOf('landelijk')).toEqual(['delft', 'gouda']);
      expect(await warnedOf('bureau')).toEqual(['delft']);
    });
  });
}
