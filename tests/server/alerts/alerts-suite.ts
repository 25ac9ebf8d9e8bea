import { cpSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { PACKS_UNREAD } from '../../../core/contract/sync/batch.ts';
import { USUAL_RULES } from '../../../core/domain/alerts/alert-rules.ts';
import { Schedule } from '../../../core/domain/directory/schedule.ts';
import { AUDIT_KEPT_DAYS } from '../../../server/accounts/purge-audit.ts';
import { alertChores } from '../../../server/alerts/alert-chores.ts';
import { NOBODY_TOLD } from '../../../server/alerts/alert-settings.ts';
import { purgeAlerts } from '../../../server/alerts/purge-alerts.ts';
import { readHours } from '../../../server/alerts/read-hours.ts';
import {
  MaybeToldError,
  PartlyToldError,
  type Teller,
  tellAlerts,
} from '../../../server/alerts/tell-alerts.ts';
import { updateAlerts } from '../../../server/alerts/update-alerts.ts';
import { postAlert } from '../../../server/alerts/webhook.ts';
import { makeLog } from '../../../server/http/log.ts';
import { deviceFares } from '../../../server/organisations/device-fares.ts';
import { revokeDevice } from '../../../server/organisations/devices.ts';
import { setBranchHours } from '../../../server/rollouts/branch-hours.ts';
import { TIMES_AWAY } from '../../../server/store/migrations/0030-times-away.ts';
import { aRepository } from '../../builders/a-repository.ts';
import { type OwnServer, startOwnServer } from '../../builders/a-server.ts';
import { breakFile } from '../../builders/break-file.ts';
import { anAlertRoom, forgetAlerts, NOTHING } from './an-alert-room.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

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
    beforeEach(() => forgetAlerts(server));
    const { later, update, list, kinds, collector } = anAlertRoom(() => server);

    it('warns of what it sees, whatever of the repository the disk does not give up', async () => {
      await server.approved();
      const repository = await aRepository();
      await repository.publish(1, {});
      await repository.refresh();
      const copy = join(server.data, 'repository');
      cpSync(repository.folder, copy, { recursive: true });
      breakFile(join(copy, 'metadata', 'timestamp.json'));
      const logged: string[] = [];
      const log = makeLog({ write: (line) => logged.push(line) });
      const chore = alertChores(server.store, NOBODY_TOLD, () => later(25 * HOUR), log).find(
        ({ name }) => name === 'alerts',
      );
      expect(await chore?.run(later(25 * HOUR), () => true)).toMatchObject({ opened: 1 });
      expect(await kinds()).toEqual([['silent', false]]);
      expect(logged.join('')).toMatch(/EIO.*repository-unread/);
      rmSync(copy, { recursive: true });
    });

    /** A device that was heard at this moment, and the chore that looks, with the page, at so many minutes after it. */
    const aHeardDevice = async () => {
      const start = Date.now();
      await server.approved();
      const last_contact = new Date(start).toISOString();
      await server.store.db.updateTable('devices').set({ last_contact }).execute();
      const at = (minutes: number) => new Date(start + minutes * MINUTE);
      const log = makeLog({ write: () => undefined });
      /** Of an instance, whose store is there or not. */
      const aLook = (isThere = () => true) => {
        const store = {
          ...server.store,
          get db() {
            if (!isThere()) throw new Error('the store is away');
            return server.store.db;
          },
        };
        const chores = alertChores(store, NOBODY_TOLD, () => new Date(), log);
        const chore = chores.find((each) => each.name === 'alerts');
        return async (minutes: number) => chore?.run(at(minutes), () => true);
      };
      const page = async (minutes: number) => {
        const { devices } = await deviceFares(server.store, 'delft', USUAL_RULES, at(minutes));
        return devices.flatMap(({ concerns }) => concerns);
      };
      return { aLook, page };
    };

    it.each([
      ['the server itself was away, and is started again', false],
      ['the store was away while the server ran on', true],
    ])('calls no device silent that nobody could hear: %s', async (_, isRunning) => {
      const { aLook, page } = await aHeardDevice();
      let isThere = true;
      const [look, other] = [aLook(() => isThere), aLook()];
      expect(await look(1)).toBeUndefined();
      isThere = false;
      if (isRunning)
        for (let minutes = 6; minutes < 1_510; minutes += 5) await expect(look(minutes)).rejects.toThrow();
      isThere = true;
      expect(await page(1_509)).toEqual([]);
      expect(await (isRunning ? look : other)(1_510)).toBeUndefined();
      // A minute before, and all after the first hour and a quarter, up to a day.
      for (let minutes = 1_560; minutes < 3_023; minutes += 50) {
        expect(await look(minutes)).toBeUndefined();
        expect(await other(minutes), 'every instance knows it').toBeUndefined();
      }
      expect([await look(3_023), await page(3_023)]).toEqual([undefined, []]);
      expect(await page(3_024)).toEqual(['silent']);
      expect(await other(3_024)).toMatchObject({ opened: 1 });
      expect((await list())[0]?.finding).toMatchObject({ kind: 'silent', hours: 50 });
      // It is not over because the server was away once more.
      expect(await look(4_000)).toBeUndefined();
      expect(await kinds()).toEqual([['silent', false]]);
    });

    it('does not forget a long break for a short one, as a server has that is put out every night', async () => {
      const { aLook, page } = await aHeardDevice();
      for (const minutes of [1, 1_500, 1_550, 1_700, 1_750]) expect(await aLook()(minutes)).toBeUndefined();
      expect(await page(1_800)).toEqual([]);
    });

    it('knows of a break at once that came before the server had this version', async () => {
      const { aLook } = await aHeardDevice();
      const turn = { name: 'judge-rollouts', taken_at: new Date().toISOString() };
      await server.store.db.insertInto('turns').values(turn).execute();
      await sql.raw(String(TIMES_AWAY.statements[1])).execute(server.store.db);
      expect(await aLook()(1_500)).toBeUndefined();
    });

    it('counts again at once after the clock of the server was once ahead', async () => {
      const { aLook } = await aHeardDevice();
      const look = aLook();
      const ahead = 400 * 24 * 60;
      for (const minutes of [0, ahead, ahead + 120]) expect(await look(minutes)).toBeUndefined();
      for (let minutes = 5; minutes < 1_440 + 75; minutes += 50) expect(await look(minutes)).toBeUndefined();
      expect(await look(1_440 + 80)).toMatchObject({ opened: 1 });
    });

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
      const plan = { rules: USUAL_RULES, published: NOTHING, waysOf: () => [], hoursOf, away: [] };
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
      // The chore of a server where nobody answers: it would write down that it tried.
      const webhook = { url: new URL('http://127.0.0.1:9'), secret: Buffer.alloc(32) };
      const libraries = new Map([['delft', { language: 'nl' as const, mail: [], webhook }]]);
      const chore = alertChores(
        server.store,
        { ...NOBODY_TOLD, libraries },
        at,
        makeLog({ write: () => undefined }),
      ).find(({ name }) => name === 'alerts-told');
      expect(await chore?.run(at(), () => false)).toBeUndefined();
      expect(await tell(() => true)).toEqual({ told: 1, failed: 0 });
      expect(told.sort()).toEqual(['mail opened silent Hal', 'webhook opened silent Hal']);
    });

    it('asks a receiver that does not answer once a time, so that other libraries wait for one of its messages alone', async () => {
      for (const library of ['delft', 'delft', 'delft', 'gouda']) await server.approved(library);
      await update(later(25 * HOUR));
      const { db } = server.store;
      await db.deleteFrom('alert_messages').where('way', '=', 'mail').execute();
      const last = { next_try_at: later(25 * HOUR + 1000).toISOString() };
      await db.updateTable('alert_messages').set(last).where('library', '=', 'gouda').execute();
      const asked: string[] = [];
      const webhook: Teller = async ({ alert }) => {
        asked.push(alert.library);
        if (alert.library === 'delft') throw new MaybeToldError('no answer in time');
      };
      const tellAfter = (ms: number) =>
        tellAlerts(server.store, { mail: webhook, webhook }, () => later(25 * HOUR + ms));
      expect(await tellAfter(2000)).toEqual({ told: 1, failed: 1 });
      expect(asked).toEqual(['delft', 'gouda']);
      // The others are not lost: each has its turn, and goes when it is there again.
      for (const turn of [2, 4]) await tellAfter(turn * MINUTE);
      const tries = await db.selectFrom('alert_messages').select('tries').execute();
      expect(tries.map((each) => each.tries)).toEqual([1, 1, 1, 1]);
      const { told, tellers } = collector();
      await tellAlerts(server.store, tellers, () => later(26 * HOUR));
      expect(told).toHaveLength(3);
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

    it('tells the end to a webhook that had all of the beginning before the connection was cut', async () => {
      const heard: string[] = [];
      let isCut = true;
      const http = createServer(async (request, response) => {
        heard.push(JSON.parse(await text(request)).about);
        if (isCut) response.destroy();
        else response.end();
      });
      await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
      onTestFinished(() => void http.close());
      const url = new URL(`http://127.0.0.1:${(http.address() as AddressInfo).port}/`);
      const webhook: Teller = (message) =>
        postAlert({ url, secret: Buffer.alloc(32) }, 'nl', message, new Date());
      const device = await server.approved();
      await update(later(25 * HOUR));
      await tellAlerts(server.store, { mail: () => undefined, webhook }, () => later(25 * HOUR));
      await server.store.db
        .updateTable('devices')
        .set({ last_contact: later(26 * HOUR).toISOString() })
        .where('id', '=', device.id())
        .execute();
      await update(later(26 * HOUR));
      isCut = false;
      await tellAlerts(server.store, { mail: () => undefined, webhook }, () => later(99 * HOUR));
      expect(heard).toEqual(['opened', 'closed']);
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

    it('shows a library its own alerts, and nobody who is not signed in any', async () => {
      await server.approved('gouda');
      await update(later(25 * HOUR));
      expect(await list('delft')).toEqual([]);
      expect(await list('gouda')).toHaveLength(1);
      expect((await fetch(`${server.addresses[0]}/api/v1/alerts`)).status).toBe(401);
    });

    it('gives a device that was approved a moment ago time for its first version', async () => {
      const device = await server.approved();
      const pack = { library: 'delft', pack: 'buurt', channel: 'stable' as const };
      const batch = device.batch([]);
      const health = { ...batch.health, freeBytes: 1e12, packs: [{ ...pack, version: 0 }] };
      await device.acknowledged(await device.send(server.addresses[0], { ...batch, health }));
      const published = { ...NOTHING, packs: [{ ...pack, version: 2 }] };
      await update(later(0), published);
      const eight = later(8 * 24 * HOUR);
      const foundWhenApproved = async (approved_at: Date | null) => {
        const last_contact = eight.toISOString();
        const times = { last_contact, approved_at: approved_at?.toISOString() ?? null };
        await server.store.db.updateTable('devices').set(times).where('id', '=', device.id()).execute();
        await update(eight, published);
        return (await kinds()).filter(([, isOver]) => !isOver);
      };
      expect(await foundWhenApproved(later(8 * 24 * HOUR - HOUR))).toEqual([]);
      // Of one that an older server approved only its enrolment is known.
      expect(await foundWhenApproved(null)).toEqual([['stale', false]]);
    });

    it('goes on warning of a device that stays behind while newer versions come, until the pack is there no more', async () => {
      const device = await server.approved();
      const pack = { library: 'delft', pack: 'wekelijks', channel: 'stable' as const };
      const batch = device.batch([]);
      const health = { ...batch.health, freeBytes: 1e12, packs: [{ ...pack, version: 1 }] };
      await device.acknowledged(await device.send(server.addresses[0], { ...batch, health }));
      const look = async (days: number, versions: readonly number[]) => {
        const now = later(days * 24 * HOUR);
        const last_contact = now.toISOString();
        await server.store.db.updateTable('devices').set({ last_contact }).execute();
        const packs = versions.map((version) => ({ ...pack, version }));
        const updated = await update(now, { ...NOTHING, packs });
        const { devices } = await deviceFares(server.store, 'delft', USUAL_RULES, now);
        return [updated, devices.find(({ id }) => id === device.id())?.concerns];
      };
      expect(await look(0, [2])).toEqual([{ opened: 0, closed: 0 }, []]);
      expect(await look(7.5, [2])).toEqual([{ opened: 1, closed: 0 }, ['stale']]);
      expect(await look(8, [3])).toEqual([{ opened: 0, closed: 0 }, ['stale']]);
      expect(await look(9, [3])).toEqual([{ opened: 0, closed: 0 }, ['stale']]);
      expect(await list()).toMatchObject([{ finding: { version: 1, newest: 3, days: 9 } }]);
      // It is retired: nothing of it is to be had, and the page says the same as the alerts.
      expect(await look(9.5, [])).toEqual([{ opened: 0, closed: 1 }, []]);
    });

    it('does not take a device that cannot tell its packs for one that is well, nor one that follows none any more', async () => {
      const device = await server.approved();
      const pack = { library: 'delft', pack: 'ongelezen', channel: 'stable' as const };
      const { told, tellers } = collector();
      const tell = async (version: number | undefined, incidents: string[] = []) => {
        const batch = device.batch([]);
        const packs = version === undefined ? [] : [{ ...pack, version }];
        const health = { ...batch.health, freeBytes: 1e12, starts: 0, packs, incidents };
        await device.acknowledged(await device.send(server.addresses[0], { ...batch, health }));
        const updated = await update(later(0), { ...NOTHING, packs: [{ ...pack, version: 2 }] });
        await tellAlerts(server.store, tellers, () => later(MINUTE));
        return updated;
      };
      const saysNoneFor = (days: number) =>
        server.store.db
          .updateTable('devices')
          .set({ packs_none_since: later(-days * 24 * HOUR).toISOString() })
          .where('id', '=', device.id())
          .execute();
      await tell(1);
      await server.store.db
        .updateTable('versions_seen')
        .set({ seen_at: later(-8 * 24 * HOUR).toISOString() })
        .execute();
      expect(await tell(1)).toEqual({ opened: 1, closed: 0 });
      const opened = ['mail opened stale Hal', 'webhook opened stale Hal'];
      // As an older app says it of settings or a store that it cannot read, and as this one does.
      expect(await tell(undefined)).toEqual({ opened: 0, closed: 0 });
      await saysNoneFor(40);
      expect(await tell(undefined, [PACKS_UNREAD])).toEqual({ opened: 0, closed: 0 });
      expect(await tell(undefined)).toEqual({ opened: 0, closed: 0 });
      expect(told.sort()).toEqual(opened);
      // For a month it says that it follows none: so it does. It is behind no more, and nobody is told that it shows the newest.
      await saysNoneFor(40);
      expect(await tell(undefined)).toEqual({ opened: 0, closed: 1 });
      expect(told.sort()).toEqual(opened);
      expect(await tell(1)).toEqual({ opened: 1, closed: 0 });
      expect(await tell(2)).toEqual({ opened: 0, closed: 1 });
      expect(told.filter((each) => each.includes('closed'))).toHaveLength(2);
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
        ['crash-looping', false],
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
  });
}
