// A real server, a real repository and the real code of kiosks: who installs what, when.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { type RolloutChange, RolloutWanted } from '../../../core/contract/administration/rollout.ts';
import { SIGNATURE_HEADER } from '../../../core/contract/sync/batch.ts';
import { planPlace } from '../../../core/contract/sync/plan.ts';
import { isInShare } from '../../../core/domain/rollouts/share.ts';
import { setBranchHours } from '../../../server/rollouts/branch-hours.ts';
import { changeRollout } from '../../../server/rollouts/change-rollout.ts';
import { judgeRollouts } from '../../../server/rollouts/judge-rollouts.ts';
import { startRollout } from '../../../server/rollouts/start-rollout.ts';
import { fetchPlan } from '../../../updates/plan/fetch-plan.ts';
import { type OwnServer, startOwnServer } from '../../builders/a-server.ts';
import { aSchedule } from '../../builders/a-service.ts';
import { aFleetKiosk, aServedRepository, type FleetKiosk } from '../../builders/updates/a-fleet.ts';
import { STABLE } from '../../builders/updates/raw-repository.ts';

let server: OwnServer;
let repository: Awaited<ReturnType<typeof aServedRepository>>;
beforeEach(async () => {
  server = await startOwnServer();
  repository = await aServedRepository(server.data);
});
afterEach(() => server.remove());

const aFleet = (number: number): Promise<FleetKiosk[]> =>
  Promise.all(
    Array.from({ length: number }, async () =>
      aFleetKiosk(
        { store: server.store, address: server.addresses[0], code: await server.code() },
        repository.root,
      ),
    ),
  );
const start = (version: number, more: Partial<RolloutWanted> = {}) =>
  startRollout(
    server.store,
    'delft',
    RolloutWanted.parse({ publisher: STABLE.library, pack: STABLE.pack, version, ...more }),
    new Date(),
  );
const change = (id: string, act: RolloutChange) =>
  changeRollout(server.store, { library: 'delft', id }, act, new Date());
/** The answer of the server may be as old as it may be. */
const told = () => new Promise((resolve) => setTimeout(resolve, 300));
const versions = (fleet: readonly FleetKiosk[]) => fleet.map(({ shown }) => shown());
const lookAll = (fleet: readonly FleetKiosk[]) => Promise.all(fleet.map((kiosk) => kiosk.look()));

it('goes to a share first, stops for the others when it is held, and goes to all when it is resumed', async () => {
  const fleet = await aFleet(8);
  await repository.publish(2);
  const id = await start(2, { share: 40 });
  const inShare = fleet.map(({ device }) => isInShare(device, id, 40));
  await lookAll(fleet);
  expect(versions(fleet)).toEqual(inShare.map((is) => (is ? 2 : 1)));
  await change(id, { act: 'widen', share: 100 });
  await change(id, { act: 'hold' });
  await told();
  expect(new Set(await lookAll(fleet.filter((_, index) => !inShare[index])))).not.toContain('ready');
  expect(versions(fleet)).toEqual(inShare.map((is) => (is ? 2 : 1)));
  await change(id, { act: 'resume' });
  await told();
  await lookAll(fleet);
  expect(versions(fleet)).toEqual(fleet.map(() => 2));
});

it('installs what no roll-out is about, and after the first one only what one is about', async () => {
  const [kiosk] = await aFleet(1);
  await repository.publish(2);
  expect([await kiosk?.look(), kiosk?.shown()]).toEqual(['ready', 2]);
  await start(3, { startsAt: new Date(Date.now() + 3_600_000).toISOString() });
  await told();
  await repository.publish(3);
  expect([await kiosk?.look(), kiosk?.shown()]).toEqual(['waits', 2]);
  const hourLater = Date.now() + 3_700_000;
  expect([await kiosk?.look(hourLater), kiosk?.shown()]).toEqual(['ready', 3]);
  await repository.publish(4);
  expect([await kiosk?.look(hourLater), kiosk?.shown()]).toEqual(['waits', 3]);
});

it('leaves one channel alone when something is rolled out in another', async () => {
  const [kiosk] = await aFleet(1);
  const id = await start(2, { channel: 'test' });
  await change(id, { act: 'hold' });
  await told();
  await repository.publish(2);
  expect([await kiosk?.look(), kiosk?.shown()]).toEqual(['ready', 2]);
  const stable = await start(3);
  await change(stable, { act: 'hold' });
  await start(3, { channel: 'test' });
  await told();
  await repository.publish(3);
  expect([await kiosk?.look(), kiosk?.shown()]).toEqual(['waits', 2]);
  await change(stable, { act: 'resume' });
  await told();
  expect([await kiosk?.look(), kiosk?.shown()]).toEqual(['ready', 3]);
});

it('holds itself when a version makes kiosks sick, and the others never get it', async () => {
  const fleet = await aFleet(4);
  for (const kiosk of fleet) expect(await kiosk.tell()).toBe(true);
  await repository.publish(2);
  const id = await start(2, { share: 100 });
  const [first, ...others] = fleet;
  await first?.look();
  expect(await first?.tell()).toBe(true);
  expect(await judgeRollouts(server.store, new Date())).toEqual([]);
  // It dies: nothing is heard of it any more, while the others go on.
  const later = new Date(Date.now() + 73 * 3_600_000);
  const heard = { last_contact: later.toISOString() };
  for (const { device } of others)
    await server.store.db.updateTable('devices').set(heard).where('id', '=', device).execute();
  expect(await judgeRollouts(server.store, later)).toEqual([id]);
  await told();
  expect(new Set(await lookAll(others))).toEqual(new Set(['waits']));
  expect(versions(others)).toEqual([1, 1, 1]);
});

it('shows the version before again when it is rolled back, and goes on with a higher one', async () => {
  const [kiosk, held] = await aFleet(2);
  await repository.publish(2);
  const id = await start(2);
  await lookAll([kiosk, held] as FleetKiosk[]);
  held?.db.prepare("INSERT INTO pack_holds VALUES ('klein', 2, '2026-11-26T12:00:00Z')").run();
  await change(id, { act: 'roll-back' });
  await told();
  for (let times = 0; times < 3; times++) await lookAll([kiosk, held] as FleetKiosk[]);
  expect([kiosk?.shown(), held?.shown()]).toEqual([1, 2]); // what somebody holds at the kiosk stays
  expect(kiosk?.db.prepare('SELECT * FROM pack_holds').all()).toEqual([]);
  await repository.publish(3);
  await start(3);
  await told();
  await kiosk?.look();
  expect(kiosk?.shown()).toBe(3);
});

it('waits for closing time, and is not shown when it is held in the meantime', async () => {
  const [kiosk] = await aFleet(1);
  await setBranchHours(server.store, 'delft', 'hal', [aSchedule({ byday: 'MO,TU,WE,TH,FR,SA,SU' })]);
  await repository.publish(2);
  const id = await start(2, { show: 'closed' });
  // The clock of a kiosk that is right, at a time when the library is open, and within the week.
  const noon = Date.parse(`${new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10)}T11:00:00Z`);
  expect([await kiosk?.look(noon), kiosk?.shown()]).toEqual(['ready', 1]);
  await change(id, { act: 'hold' });
  await told();
  const night = noon + 12 * 3_600_000;
  expect([await kiosk?.look(night), kiosk?.shown()]).toEqual(['current', 1]);
  await change(id, { act: 'resume' });
  await told();
  expect([await kiosk?.look(noon + 1000), kiosk?.shown()]).toEqual(['current', 1]);
  expect([await kiosk?.look(night), kiosk?.shown()]).toEqual(['current', 2]);
});

it('takes no plan that its server did not sign, that is older, or of another branch; and goes on by the one it has', async () => {
  const [kiosk] = await aFleet(1);
  if (kiosk === undefined) throw new Error('There is one.');
  const { db, belonging } = kiosk;
  await repository.publish(2);
  const id = await start(2);
  await change(id, { act: 'hold' });
  const get = async (branch: string) => {
    const answer = await fetch(`${belonging.server}/${planPlace('delft', branch)}`);
    return {
      body: Buffer.from(await answer.arrayBuffer()),
      signature: answer.headers.get(SIGNATURE_HEADER) ?? '',
    };
  };
  await told();
  const held = await get('hal');
  const gouda = await fetch(`${belonging.server}/${planPlace('gouda', 'hal')}`);
  const ofGouda = {
    body: Buffer.from(await gouda.arrayBuffer()),
    signature: gouda.headers.get(SIGNATURE_HEADER) ?? '',
  };
  await change(id, { act: 'resume' });
  await told();
  expect(await fetchPlan(db, belonging)).toBe('changed');
  expect(await fetchPlan(db, belonging)).toBe('unchanged');
  let answer = held;
  const liar = createServer((_request, response) => {
    response.writeHead(200, { [SIGNATURE_HEADER]: answer.signature, etag: '"x"' }).end(answer.body);
  });
  await new Promise<void>((resolve) => liar.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void liar.close());
  const lying = { ...belonging, server: `http://127.0.0.1:${(liar.address() as AddressInfo).port}` };
  await expect(fetchPlan(db, lying)).rejects.toThrow('is older');
  answer = ofGouda;
  await expect(fetchPlan(db, lying)).rejects.toThrow('another branch');
  answer = { ...held, body: Buffer.from(held.body.toString().replace('"held"', '"going"')) };
  await expect(fetchPlan(db, lying)).rejects.toThrow('not signed');
  answer = { body: Buffer.alloc(600_000), signature: '' };
  await expect(fetchPlan(db, lying)).rejects.toThrow('without an end');
  expect([await kiosk.look(), kiosk.shown()]).toEqual(['ready', 2]);
});

it('goes on by the last plan when the server is silent', async () => {
  const [kiosk] = await aFleet(1);
  await repository.publish(2);
  const id = await start(2);
  await change(id, { act: 'hold' });
  expect(await kiosk?.look()).toBe('waits');
  const { db, belonging } = kiosk as FleetKiosk;
  await change(id, { act: 'resume' });
  await told();
  const silent = { ...belonging, server: 'http://127.0.0.1:9' };
  await expect(fetchPlan(db, silent)).rejects.toThrow('cannot be reached');
  expect([await kiosk?.look(Date.now(), silent), kiosk?.shown()]).toEqual(['waits', 1]);
  expect([await kiosk?.look(), kiosk?.shown()]).toEqual(['ready', 2]);
});
