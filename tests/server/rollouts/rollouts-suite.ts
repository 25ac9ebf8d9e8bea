import { randomUUID } from 'node:crypto';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Role } from '../../../core/contract/administration/role.ts';
import {
  HoursList,
  type RolloutChange,
  RolloutList,
  RolloutOnPage,
  RolloutWanted,
} from '../../../core/contract/administration/rollout.ts';
import { SIGNATURE_HEADER } from '../../../core/contract/sync/batch.ts';
import { PLAN_KIND } from '../../../core/contract/sync/kinds.ts';
import { Plan, planPlace } from '../../../core/contract/sync/plan.ts';
import { ContentIncident } from '../../../core/domain/rollouts/content-incident.ts';
import { readStoredPlan } from '../../../db/content/updates/rollout-plan.ts';
import { readAudit } from '../../../server/accounts/audit.ts';
import { approveDevice } from '../../../server/organisations/devices.ts';
import { makeEnrolmentCode } from '../../../server/organisations/enrolment-codes.ts';
import { addBranch } from '../../../server/organisations/libraries.ts';
import { setBranchHours } from '../../../server/rollouts/branch-hours.ts';
import { planNumber } from '../../../server/rollouts/change-plan.ts';
import { changeRollout } from '../../../server/rollouts/change-rollout.ts';
import { judgeRollouts } from '../../../server/rollouts/judge-rollouts.ts';
import { listRollouts } from '../../../server/rollouts/list-rollouts.ts';
import { lastTurn, listeningSince, noteListening } from '../../../server/rollouts/listening.ts';
import { judgeInTurn, takeTurn } from '../../../server/rollouts/rollout-watch.ts';
import { startRollout } from '../../../server/rollouts/start-rollout.ts';
import { openServerKey } from '../../../server/store/server-key.ts';
import { verifyDetached } from '../../../trust/jws/detached-jws.ts';
import { deviceKeyOf, publicDeviceKey } from '../../../trust/jws/device-key.ts';
import { fetchPlan } from '../../../updates/plan/fetch-plan.ts';
import { aSignedInBrowser } from '../../builders/a-browser.ts';
import { aDevice } from '../../builders/a-device.ts';
import { aRepository } from '../../builders/a-repository.ts';
import { type OwnServer, startOwnServer } from '../../builders/a-server.ts';
import { aSchedule } from '../../builders/a-service.ts';
import { aStore } from '../../builders/a-store.ts';

const HOUR = 3_600_000;

/** What roll-outs do, whatever the store and however many instances. `database` is asked for before the first test. */
export function describeRollouts(
  name: string,
  database: () => Promise<string | undefined>,
  instances: number,
): void {
  describe(name, () => {
    let server: OwnServer;
    let packs = 0;
    /** A pack of its own for each test: they share a library. */
    const aPack = () => `pakket-${++packs}`;
    const wanted = (pack: string, version: number, more: Partial<RolloutWanted> = {}) =>
      RolloutWanted.parse({ publisher: 'bieb', pack, version, ...more });
    const start = (pack: string, version: number, more: Partial<RolloutWanted> = {}, library = 'delft') =>
      startRollout(server.store, library, wanted(pack, version, more), new Date());
    const change = (id: string, act: RolloutChange, library = 'delft') =>
      changeRollout(server.store, { library, id }, act, new Date());
    const stateOf = async (id: string) =>
      (await listRollouts(server.store, 'delft', new Date(), id)).map(({ state }) => state)[0];
    const ask = (place: string, address = server.addresses[0], etag?: string) =>
      fetch(`${address}/${place}`, { headers: etag === undefined ? {} : { 'if-none-match': etag } });
    /** The steps of a pack in the plan of a branch, at each instance, until all of them say what is wanted. */
    const planned = async (pack: string, branch = 'hal', address = server.addresses.at(-1)) => {
      const plan = Plan.parse(await (await ask(planPlace('delft', branch), address)).json());
      return plan.packs.find(({ of }) => of.pack === pack)?.steps ?? [];
    };
    const until = async (isSo: () => Promise<boolean>) => {
      while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    /** A device says which version of a pack it shows; undefined: it names no pack. */
    const tell = async (
      device: ReturnType<typeof aDevice>,
      pack: string,
      version: number | undefined,
      more: { starts?: number; incidents?: string[] } = {},
    ) => {
      const batch = device.batch([]);
      const shows =
        version === undefined ? [] : [{ library: 'bieb', pack, channel: 'stable' as const, version }];
      const health = { ...batch.health, packs: shows, ...more };
      await device.acknowledged(await device.send(server.addresses[0], { ...batch, health }));
    };

    beforeAll(async () => {
      server = await startOwnServer(await database(), instances);
      await addBranch(server.store, 'delft', 'zuid', 'Zuid');
    });
    afterAll(() => server.remove());

    it('tells the devices of a branch what they may install, signed, the same at every instance', async () => {
      const pack = aPack();
      const id = await start(pack, 8, { share: 20, branches: ['zuid'] });
      await until(async () => (await planned(pack)).length === 1);
      const key = publicDeviceKey(deviceKeyOf(await openServerKey(server.store)));
      const bodies = [];
      for (const address of server.addresses) {
        const answer = await ask(planPlace('delft', 'zuid'), address);
        const body = Buffer.from(await answer.arrayBuffer());
        const signature = answer.headers.get(SIGNATURE_HEADER) ?? '';
        expect(verifyDetached(body, signature, key, PLAN_KIND)).toBe(true);
        bodies.push(body.toString());
      }
      expect(new Set(bodies).size).toBe(1);
      expect(await planned(pack, 'zuid')).toMatchObject([
        { rollout: id, version: 8, state: 'going', share: 20 },
      ]);
      expect(await planned(pack, 'hal')).toMatchObject([{ rollout: id, share: 0 }]);
    });

    it('counts who has the version among those that it is offered to, also when a higher one went to all', async () => {
      const pack = aPack();
      const id = await start(pack, 5, { branches: ['zuid'] });
      for (const [branch, version] of [
        ['zuid', 6],
        ['hal', 6],
        ['hal', 5],
      ] as const) {
        const device = await server.approved('delft');
        await server.store.db.updateTable('devices').set({ branch }).where('id', '=', device.id()).execute();
        await tell(device, pack, version);
      }
      await start(pack, 6);
      expect(await listRollouts(server.store, 'delft', new Date(), id)).toMatchObject([
        { devices: 3, inShare: 1, installed: 1 },
      ]);
    });

    it('says that nothing changed, from memory and from the store, until something does', async () => {
      const pack = aPack();
      await start(pack, 1);
      await until(async () => (await planned(pack)).length === 1);
      const place = planPlace('delft', 'hal');
      const address = server.addresses.at(-1);
      const etag = (await ask(place, address)).headers.get('etag') ?? '';
      const statuses = new Set<number>();
      const ends = Date.now() + 600; // longer than an answer is given without asking the store
      while (Date.now() < ends) statuses.add((await ask(place, address, etag)).status);
      statuses.add((await ask(place, address, `W/${etag}`)).status);
      expect([...statuses]).toEqual([304]);
      expect((await ask(place, address, '"other"')).status).toBe(200);
      const id = await start(pack, 2);
      await until(async () => (await ask(place, address, etag)).status === 200);
      await change(id, { act: 'hold' });
      await until(async () => (await planned(pack))[0]?.state === 'held');
      expect(await (await fetch(`${address}/metrics`)).text()).toMatch(
        /balie_plans_from_memory_total\{answer="unchanged"\} [1-9]/,
      );
    });

    it('has a plan for its own branches only, and no way around', async () => {
      for (const place of [
        'delft/nergens',
        'nergens/hal',
        'delft',
        'delft/..',
        "delft/'--",
        'DELFT/hal',
        'delft/hal/x',
      ])
        expect((await ask(`api/v1/plans/${place}`)).status).toBe(404);
    });

    it('goes from a share to all, stops, goes on, and is rolled back for good', async () => {
      const pack = aPack();
      const id = await start(pack, 8, { share: 10, branches: ['hal'] });
      await change(id, { act: 'widen', share: 50 });
      expect(await change(id, { act: 'hold', why: 'Een\u0000fout' })).toMatchObject({
        state: 'held',
        why: 'Eenfout',
      });
      await expect(change(id, { act: 'widen', share: 60 })).rejects.toThrow('is held');
      expect(await change(id, { act: 'resume' })).toMatchObject({ state: 'going', why: null, share: 50 });
      expect(await change(id, { act: 'widen', share: 100, branches: null })).toMatchObject({
        ...{ share: 100, branches: null },
      });
      await change(id, { act: 'roll-back' });
      for (const act of ['hold', 'resume', 'roll-back'] as const)
        await expect(change(id, { act })).rejects.toThrow('is rolled-back');
    });

    it('only grows: a share or branches that shrink are refused, and nothing changes', async () => {
      const id = await start(aPack(), 8, { share: 40, branches: ['hal'] });
      const before = await listRollouts(server.store, 'delft', new Date(), id);
      await expect(change(id, { act: 'widen', share: 39 })).rejects.toThrow('only grows');
      await expect(change(id, { act: 'widen', branches: ['zuid'] })).rejects.toThrow('only grows');
      await expect(change(id, { act: 'widen', branches: ['hal', 'nergens'] })).rejects.toThrow('no branch');
      expect(await listRollouts(server.store, 'delft', new Date(), id)).toEqual(before);
      await change(id, { act: 'widen', branches: ['hal', 'zuid'] });
    });

    it('refuses what makes no sense: an older version, a branch that is not there, hours that nobody gave', async () => {
      const pack = aPack();
      await start(pack, 8);
      await expect(start(pack, 8)).rejects.toThrow('is not above version 8');
      await expect(start(pack, 7)).rejects.toThrow('is not above version 8');
      await expect(start(pack, 9, { branches: ['nergens'] })).rejects.toThrow('no branch "nergens"');
      await expect(start(pack, 9, {}, 'nergens')).rejects.toThrow('no library "nergens"');
      await expect(start(pack, 9, { show: 'closed', branches: ['zuid'] })).rejects.toThrow('"zuid" is open');
      await setBranchHours(server.store, 'delft', 'zuid', [aSchedule()]);
      await start(pack, 9, { show: 'closed', branches: ['zuid'] });
      const plan = Plan.parse(await (await ask(planPlace('delft', 'zuid'))).json());
      expect(plan.schedules).toEqual([aSchedule()]);
    });

    it('lets no widening past the opening hours: where nobody gave them it is refused, and nothing changes', async () => {
      await addBranch(server.store, 'delft', 'noord', 'Noord');
      await setBranchHours(server.store, 'delft', 'hal', [aSchedule()]);
      const id = await start(aPack(), 8, { show: 'closed', share: 40, branches: ['hal'] });
      const before = await listRollouts(server.store, 'delft', new Date(), id);
      for (const branches of [null, ['hal', 'noord']])
        await expect(change(id, { act: 'widen', branches })).rejects.toThrow('"noord" is open');
      expect(await listRollouts(server.store, 'delft', new Date(), id)).toEqual(before);
      await change(id, { act: 'widen', share: 50 });
      await setBranchHours(server.store, 'delft', 'noord', [aSchedule()]);
      expect(await change(id, { act: 'widen', branches: ['hal', 'noord'] })).toMatchObject({ share: 50 });
    });

    it('refuses a version that the repository has not, and names those that it has', async () => {
      const [pack, folder] = [aPack(), join(server.data, 'repository')];
      const repository = await aRepository();
      for (const version of [7, 8]) await repository.publish(version, {}, { pack });
      await repository.publish(9, {}, { pack, channel: 'test' });
      await repository.refresh();
      cpSync(repository.folder, folder, { recursive: true });
      onTestFinished(() => rmSync(folder, { recursive: true }));
      for (const version of [80, 11, 6])
        await expect(start(pack, version)).rejects.toThrow(
          `no version ${version} of bieb/${pack}: it has 9, 8, 7, and the next one is 10.`,
        );
      await expect(start('pakje', 8)).rejects.toThrow('has no bieb/pakje');
      const publisher = await aSignedInBrowser(server.store, server.addresses[0], 'publisher');
      const mistyped = { publisher: 'bieb', pack, version: 80 };
      expect((await publisher.post('/api/v1/rollouts', mistyped)).status).toBe(400);
      expect(await planned(pack)).toEqual([]);
      await start(pack, 8);
      await start(pack, 10, { channel: 'test' }); // before it is published: nobody gets it all at once
      writeFileSync(join(folder, 'metadata', '1.root.json'), '{}');
      await expect(start(pack, 9)).rejects.toThrow('The repository cannot be read.');
    });

    it('lets no other library see or touch a roll-out', async () => {
      const id = await start(aPack(), 8);
      for (const act of ['hold', 'roll-back'] as const)
        await expect(change(id, { act }, 'gouda')).rejects.toThrow('no roll-out');
      expect(await listRollouts(server.store, 'gouda', new Date())).toEqual([]);
      const plan = Plan.parse(await (await ask(planPlace('gouda', 'hal'))).json());
      expect(plan).toMatchObject({ library: 'gouda', packs: [] });
      expect(await stateOf(id)).toBe('going');
    });

    it('starts a version once, though many start it at the same moment', async () => {
      const pack = aPack();
      const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => start(pack, 8)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('counts who has it, and holds itself once when devices that have it keep falling over', async () => {
      const pack = aPack();
      const id = await start(pack, 8);
      const devices = await Promise.all(Array.from({ length: 4 }, () => server.approved('delft')));
      for (const device of devices) await tell(device, pack, 7);
      expect(await judgeRollouts(server.store, new Date())).toEqual([]);
      const [sick, ...well] = devices;
      if (sick === undefined) throw new Error('There are four.');
      await tell(sick, pack, 8, { starts: 6 });
      for (const device of well.slice(1)) await tell(device, pack, 8);
      expect(await listRollouts(server.store, 'delft', new Date(), id)).toMatchObject([
        { devices: 4, inShare: 4, installed: 3, sick: 1 },
      ]);
      const held = await Promise.all([1, 2, 3].map(() => judgeRollouts(server.store, new Date())));
      expect(held.flat()).toEqual([id]);
      const { entries } = await readAudit(server.store.db, 'delft');
      expect(entries[0]).toMatchObject({ what: 'rollout-held-itself', by: null });
      expect(await listRollouts(server.store, 'delft', new Date(), id)).toMatchObject([
        { state: 'held', why: null, heldItself: { seen: 3, sick: 1, ailments: { 'crash-loop': 1 } } },
      ]);
      await until(async () => (await planned(pack))[0]?.state === 'held');
      await change(id, { act: 'resume' });
      expect(await judgeRollouts(server.store, new Date())).toEqual([]); // what made it hold is not held against it twice
      await tell(sick, pack, 8, { incidents: ContentIncident.options.slice(0, 3) });
      expect(await judgeRollouts(server.store, new Date())).toEqual([id]);
    });

    it.each([
      ['tells no packs any more', false],
      ['told none to a server from before that kept what it named', true],
    ])('holds itself when a device has the version, is sick, and %s', async (_, isOlderServer) => {
      const pack = aPack();
      const id = await start(pack, 8);
      const [one, left] = [await server.approved('delft'), await server.approved('delft')];
      for (const device of [one, left]) await tell(device, pack, 8);
      expect(await judgeRollouts(server.store, new Date())).toEqual([]);
      const onPage = () => listRollouts(server.store, 'delft', new Date(), id);
      // Its store broke with the version, too.
      await tell(one, pack, undefined, { starts: 0 });
      if (isOlderServer)
        await server.store.db
          .updateTable('devices')
          .set({ packs: '[]' })
          .where('id', '=', one.id())
          .execute();
      expect(await onPage()).toMatchObject([{ devices: 2, inShare: 2, installed: 2, sick: 0 }]);
      expect(await judgeRollouts(server.store, new Date())).toEqual([]); // it did not go back
      // Who follows other packs by now is no matter of this one.
      await tell(left, `${pack}-anders`, 1, { starts: 6 });
      expect(await judgeRollouts(server.store, new Date())).toEqual([]);
      await tell(one, pack, undefined, { starts: 6 });
      expect(await onPage()).toMatchObject([{ devices: 1, inShare: 1, installed: 1, sick: 1 }]);
      expect(await judgeRollouts(server.store, new Date())).toEqual([id]);
      expect(await onPage()).toMatchObject([
        { state: 'held', heldItself: { seen: 1, sick: 1, ailments: { 'crash-loop': 1 } } },
      ]);
    });

    it('does not take a week without contact for a crash loop, nor a server that was away for silent devices', async () => {
      const pack = aPack();
      const id = await start(pack, 8);
      const device = await server.approved('delft');
      const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
      await server.store.db
        .updateTable('devices')
        .set({ enrolled_at: ago(400) })
        .where('id', '=', device.id())
        .execute();
      const batch = { device: device.id(), id: 'earlier', library: 'delft', starts: 1, incidents: '[]' };
      await server.store.db
        .insertInto('batches')
        .values({ ...batch, received_at: ago(8 * 24) })
        .execute();
      // A device sends the batch that it had ready, and straight after it what came since.
      await tell(device, pack, 8, { starts: 1 });
      await tell(device, pack, 8, { starts: 7 });
      expect(await judgeRollouts(server.store, new Date())).toEqual([]);
      // The server was away for five days, or its store is five days old: nobody could be heard.
      const later = new Date(Date.now() + 120 * HOUR);
      const sick = async () =>
        (await listRollouts(server.store, 'delft', later, id)).map((rollout) => rollout.sick);
      expect(await sick()).toEqual([1]);
      const listening = server.store.db.deleteFrom('turns').where('name', '=', 'listening-since');
      await noteListening(server.store.db, new Date(later.getTime() - 11 * HOUR).toISOString(), later);
      expect(await sick()).toEqual([1]); // a night without the server is no excuse
      await server.store.db
        .insertInto('turns')
        .values({ name: 'judge-rollouts', taken_at: new Date().toISOString() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      expect(await judgeInTurn(server.store, later)).toEqual([]);
      expect(await sick()).toEqual([0]);
      await listening.execute();
      // Six within the hours after that contact are a crash loop.
      await server.store.db
        .updateTable('batches')
        .set({ received_at: ago(2) })
        .where('device', '=', device.id())
        .where('id', '<>', 'earlier')
        .execute();
      await tell(device, pack, 8, { starts: 6 });
      expect(await judgeRollouts(server.store, new Date())).toEqual([id]);
    });

    it('ends when everybody has it and was well with it for a week, and begins again when somebody changes it', async () => {
      const pack = aPack();
      const id = await start(pack, 8);
      const [one, other, away] = await Promise.all([1, 2, 3].map(() => server.approved('gouda')));
      if (!one || !other || !away) throw new Error('There are three.');
      const own = await start(pack, 8, {}, 'gouda');
      const inDays = (days: number) => new Date(Date.now() + days * 24 * HOUR);
      const heard = (days: number) =>
        server.store.db
          .updateTable('devices')
          .set({ last_contact: inDays(days).toISOString() })
          .where('id', 'in', [one.id(), other.id()])
          .execute();
      const judged = async (days: number) => {
        await heard(days);
        await judgeRollouts(server.store, inDays(days));
        const [now] = await listRollouts(server.store, 'gouda', inDays(days), own);
        return [now?.state, now?.endedAt !== null];
      };
      await tell(away, pack, 7);
      const silentBefore = { last_contact: inDays(-9).toISOString() };
      await server.store.db.updateTable('devices').set(silentBefore).where('id', '=', away.id()).execute();
      await tell(one, pack, 8);
      await tell(other, pack, 7);
      expect(await judged(0)).toEqual(['going', false]);
      expect(await judged(8)).toEqual(['going', false]); // one has it not
      await tell(other, pack, 8);
      await heard(8);
      expect(await judged(9)).toEqual(['going', false]); // one had it a day ago
      expect(await judged(16)).toEqual(['going', true]);
      const { entries } = await readAudit(server.store.db, 'gouda');
      expect(entries[0]).toMatchObject({ what: 'rollout-ended', by: null });
      // Who comes later gets it, and is no matter of this roll-out any more.
      await tell(await server.approved('gouda'), pack, 8, { starts: 9 });
      expect(await judgeRollouts(server.store, new Date())).toEqual([]);
      await change(own, { act: 'hold' }, 'gouda');
      expect(await listRollouts(server.store, 'gouda', new Date(), own)).toMatchObject([
        { state: 'held', endedAt: null },
      ]);
      // One that nobody shows never ends by itself.
      await judgeRollouts(server.store, inDays(30));
      expect(await listRollouts(server.store, 'delft', new Date(), id)).toMatchObject([{ endedAt: null }]);
    });

    it('holds itself when a device goes back, or falls silent with it', async () => {
      const [back, silent] = [aPack(), aPack()];
      const device = await server.approved('delft');
      const one = await start(back, 8);
      await tell(device, back, 8);
      expect(await judgeRollouts(server.store, new Date())).toEqual([]);
      await tell(device, back, 7);
      expect(await judgeRollouts(server.store, new Date())).toEqual([one]);
      const other = await start(silent, 8);
      await tell(device, silent, 8);
      expect(await judgeRollouts(server.store, new Date(Date.now() + 71 * HOUR))).toEqual([]);
      expect(await judgeRollouts(server.store, new Date(Date.now() + 73 * HOUR))).toEqual([other]);
      const reason = async () => {
        const [{ why, heldItself } = { why: '', heldItself: null }] = await listRollouts(
          ...([server.store, 'delft', new Date(), other] as const),
        );
        return { why, heldItself };
      };
      const silence = { why: null, heldItself: { seen: 1, sick: 1, ailments: { silent: 1 } } };
      expect(await reason()).toEqual(silence);
      // As an older server kept it; and what it wrote where nobody had said why.
      const old = async (why: string) =>
        server.store.db
          .updateTable('rollouts')
          .set({ why, held_itself: null })
          .where('id', '=', other)
          .execute();
      await old('1 of 1 devices with this version are not well: 1 fell silent.');
      expect(await reason()).toEqual(silence);
      await old('Somebody held it.');
      expect(await reason()).toEqual({ why: null, heldItself: null });
      await change(other, { act: 'roll-back', why: 'Een vraag' });
      expect(await reason()).toEqual({ why: 'Een vraag', heldItself: null });
    });

    it('does not forget, when it is widened, which devices died with it before', async () => {
      const pack = aPack();
      const id = await start(pack, 8, { branches: ['hal'] });
      const inHours = (hours: number) => new Date(Date.now() + hours * HOUR);
      const sickAfter = async (hours: number) =>
        (await listRollouts(server.store, 'delft', inHours(hours), id)).map(({ sick }) => sick)[0];
      const atZuid = async () => {
        const device = aDevice();
        const { code } = (await makeEnrolmentCode(server.store, 'delft', 'zuid', new Date())) ?? {};
        await device.enrol(server.addresses[0], String(code));
        await approveDevice(server.store, device.id());
        return device;
      };
      const [crashing, silent, beforeItTold, next] = await Promise.all([
        ...[1, 2, 3].map(() => server.approved('delft')),
        atZuid(),
      ]);
      if (!crashing || !silent || !beforeItTold || !next) throw new Error('There are four.');
      await tell(crashing, pack, 8, { starts: 6 });
      await tell(silent, pack, 8);
      await tell(beforeItTold, pack, 7);
      await tell(next, pack, 7);
      expect(await sickAfter(1)).toBe(1);
      const widen = { act: 'widen', branches: null } as const;
      await changeRollout(server.store, { library: 'delft', id }, widen, inHours(40));
      expect(await sickAfter(23)).toBe(1); // who kept starting did so before it was widened
      expect(await sickAfter(73)).toBe(3); // who fell silent did so then, also before it said that it has the version
      expect(await sickAfter(111)).toBe(3);
      expect(await sickAfter(113)).toBe(4); // the next ring is watched from its own turn on
      await change(id, { act: 'hold' });
      await changeRollout(server.store, { library: 'delft', id }, { act: 'resume' }, inHours(114));
      expect(await sickAfter(187)).toBe(0); // all of that is not held against it twice
    });

    it('leaves a roll-out alone that has not begun, and devices of others', async () => {
      const pack = aPack();
      const startsAt = new Date(Date.now() + HOUR).toISOString();
      const id = await start(pack, 8, { startsAt });
      await tell(await server.approved('delft'), pack, 8, { starts: 9 });
      await tell(await server.approved('gouda'), pack, 8, { starts: 9 });
      expect(await judgeRollouts(server.store, new Date())).toEqual([]);
      expect(await listRollouts(server.store, 'delft', new Date(), id)).toMatchObject([
        { devices: 1, startsAt },
      ]);
    });

    it('lets a publisher of the library roll out over HTTP, and nobody below or elsewhere', async () => {
      const address = server.addresses.at(-1) as string;
      const as = (role: Role, library?: string) => aSignedInBrowser(server.store, address, role, library);
      const body = { publisher: 'bieb', pack: aPack(), version: 8, share: 10 };
      const publisher = await as('publisher');
      const started = RolloutOnPage.parse(await (await publisher.post('/api/v1/rollouts', body)).json());
      expect((await publisher.post('/api/v1/rollouts', body)).status).toBe(400);
      const changes = `/api/v1/rollouts/${started.id}/changes`;
      for (const [role, library, status] of [
        ['editor', 'delft', 403],
        ['publisher', 'gouda', 404],
      ] as const) {
        const other = await as(role, library);
        expect((await other.post(changes, { act: 'hold' })).status).toBe(status);
      }
      expect((await fetch(`${address}/api/v1/rollouts`)).status).toBe(401);
      const held = await publisher.post(changes, { act: 'hold', why: 'Een vraag' });
      expect(RolloutOnPage.parse(await held.json())).toMatchObject({ state: 'held', why: 'Een vraag' });
      expect((await publisher.post(changes, { act: 'widen', share: 20 })).status).toBe(409);
      expect((await publisher.post(changes, { act: 'shrink' })).status).toBe(400);
      const seen = async (library: string) =>
        RolloutList.parse(await (await (await as('reader', library)).get('/api/v1/rollouts')).json())
          .rollouts;
      expect(await seen('delft')).toContainEqual(expect.objectContaining({ id: started.id }));
      const ofDelft = new Set((await seen('delft')).map(({ id }) => id));
      expect((await seen('gouda')).filter(({ id }) => ofDelft.has(id))).toEqual([]);
      const hours = '/api/v1/branches/hal/hours';
      const schedules = [aSchedule()];
      expect((await publisher.ask('PUT', hours, { schedules })).status).toBe(403);
      const administrator = await as('administrator');
      expect((await administrator.ask('PUT', hours, { schedules })).status).toBe(200);
      expect((await administrator.ask('PUT', '/api/v1/branches/zolder/hours', { schedules })).status).toBe(
        400,
      );
      const hoursOf = async (library: string) => {
        const reader = await as('reader', library);
        const { branches } = HoursList.parse(await (await reader.get('/api/v1/branches/hours')).json());
        return branches.filter(({ id }) => id === 'hal').map(({ hours }) => hours !== 'unknown');
      };
      expect([await hoursOf('delft'), await hoursOf('gouda')]).toEqual([[true], [false]]);
      const { entries } = await readAudit(server.store.db, 'delft');
      expect(entries.slice(0, 3)).toMatchObject([
        { what: 'branch-hours-set', onWhat: 'hal', by: administrator.account.name },
        { what: 'rollout-held', by: publisher.account.name },
        { what: 'rollout-started', onWhat: `bieb/${body.pack} 8 (${started.id})` },
      ]);
    });

    it('gives the turn to one instance at a time', async () => {
      const now = new Date();
      const take = (at: Date) => takeTurn(server.store, 'test', 30_000, at);
      const taken = await Promise.all(Array.from({ length: 6 }, () => take(now)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await take(new Date(now.getTime() + 14_000))).toBe(false);
      expect(await take(new Date(now.getTime() + 16_000))).toBe(true);
    });

    it('judges again at once after the clock of the server was once ahead, and reckons silence from then on', async () => {
      const now = new Date();
      const turn = (name: string) => lastTurn(server.store.db, name);
      await server.store.db.deleteFrom('turns').execute();
      await judgeInTurn(server.store, new Date(now.getTime() + 400 * 24 * HOUR));
      expect(await listeningSince(server.store.db)).toBeGreaterThan(now.getTime());
      await judgeInTurn(server.store, now);
      expect(await turn('judge-rollouts')).toBe(now.toISOString());
      expect(await listeningSince(server.store.db)).toBe(now.getTime());
      // Clocks of two instances that are a moment apart give no second turn.
      expect(await takeTurn(server.store, 'judge-rollouts', 30_000, new Date(now.getTime() - 29_000))).toBe(
        false,
      );
    });

    it('is heard again from its first change on after its store came back from an older copy', async () => {
      const [pack, db, library] = [aPack(), aStore('content'), 'gouda'];
      const belonging = {
        ...{ server: server.addresses[0], device: randomUUID(), library, branch: 'hal' },
        server_key: deviceKeyOf(await openServerKey(server.store)),
      };
      const place = planPlace(library, 'hal');
      /** Asks until the plan that the device knows says so. */
      const heard = (state: string) =>
        until(async () => {
          await fetchPlan(db, belonging);
          return readStoredPlan(db, { ...belonging, place })?.body.includes(`"${state}"`) === true;
        });
      const id = await start(pack, 8, {}, library);
      await heard('going');
      const known = await planNumber(server.store, library);
      await server.store.db
        .updateTable('plan_numbers')
        .set({ number: 3 })
        .where('library', '=', library)
        .execute();
      await until(async () => Date.now() / 1000 >= known + 1); // nobody brings a copy back within a second
      await change(id, { act: 'hold' }, library);
      await heard('held');
      // Each number is higher than the one before, also within a second.
      const numbers = [];
      for (const act of ['resume', 'hold', 'resume'] as const) {
        await change(id, { act }, library);
        numbers.push(await planNumber(server.store, library));
      }
      expect(new Set(numbers).size).toBe(3);
      expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
    });
  });
}
