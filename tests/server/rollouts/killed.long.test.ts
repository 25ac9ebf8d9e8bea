// A server that is killed at any moment of a roll-out tells the truth afterwards: what was answered holds, and no device has what it
// may not have.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RolloutList, RolloutOnPage } from '../../../core/contract/administration/rollout.ts';
import { Plan, planPlace } from '../../../core/contract/sync/plan.ts';
import { makeEnrolmentCode } from '../../../server/organisations/enrolment-codes.ts';
import { addBranch, addLibrary } from '../../../server/organisations/libraries.ts';
import { openServerStore } from '../../../server/store/open-server-store.ts';
import { aSignedInBrowser } from '../../builders/a-browser.ts';
import { bundleServer } from '../../builders/bundle-server.ts';
import { type OwnPostgres, startOwnPostgres } from '../../builders/own-postgres.ts';
import { spawnServer } from '../../builders/spawn-server.ts';
import { aFleetKiosk, aServedRepository } from '../../builders/updates/a-fleet.ts';
import { STABLE } from '../../builders/updates/raw-repository.ts';

/** A few each time; `BALIE_KILLS=100 npm test -- long tests/server/rollouts/killed.long.test.ts` before a version goes out. */
const KILLS = Number(process.env['BALIE_KILLS'] ?? 4);

let postgres: OwnPostgres;
let bundled: Awaited<ReturnType<typeof bundleServer>>;
beforeAll(async () => {
  [postgres, bundled] = await Promise.all([startOwnPostgres(), bundleServer()]);
});
afterAll(async () => {
  bundled.remove();
  await postgres.remove();
});

it.each(['sqlite', 'postgres'] as const)(
  'keeps what it answered, and kiosks go by it, when it is killed in a roll-out: %s',
  async (kind) => {
    const database = kind === 'sqlite' ? undefined : postgres.makeDatabase('rollouts');
    const data = mkdtempSync(join(tmpdir(), 'balie-server-'));
    const store = await openServerStore({ data, database });
    await addLibrary(store, 'delft', 'Delft', new Date());
    await addBranch(store, 'delft', 'hal', 'Hal');
    const repository = await aServedRepository(data);
    const spawn = (port = 0) => spawnServer(data, database, port, [], bundled.program);
    let server = await spawn();
    const { address } = server;
    const port = Number(new URL(address).port);
    const code = (await makeEnrolmentCode(store, 'delft', 'hal', new Date()))?.code ?? '';
    const kiosk = await aFleetKiosk({ store, address, code }, repository.root);
    const publisher = await aSignedInBrowser(store, address, 'publisher');
    const start = (version: number) =>
      publisher.post('/api/v1/rollouts', { publisher: STABLE.library, pack: STABLE.pack, version });
    let id = RolloutOnPage.parse(await (await start(2)).json()).id;
    let [version, allowed] = [2, true];
    await repository.publish(2);
    for (let kill = 1; kill <= KILLS; kill++) {
      // A change, a look and an end, at once; the end comes sooner or later each time.
      const isNew = version === (kiosk.shown() ?? 0);
      const act = isNew ? undefined : { act: allowed ? 'hold' : 'resume' };
      const changing = (
        act === undefined ? start(version + 1) : publisher.post(`/api/v1/rollouts/${id}/changes`, act)
      ).then(
        async (response) => (response.ok ? RolloutOnPage.parse(await response.json()) : undefined),
        () => undefined,
      );
      const looking = kiosk.look();
      for (let turn = 0; turn < (kill * 7) % 40; turn++) await new Promise((next) => setImmediate(next));
      await server.end('SIGKILL');
      const answered = await changing;
      await looking;
      server = await spawn(port);
      const { rollouts } = RolloutList.parse(await (await publisher.get('/api/v1/rollouts')).json());
      // What was answered is there; what was not is there or not, whole.
      if (answered !== undefined)
        expect(rollouts).toContainEqual(expect.objectContaining({ id: answered.id, state: answered.state }));
      const newest = rollouts.toSorted((one, other) => other.version - one.version)[0];
      if (newest === undefined) throw new Error('The roll-outs are gone.');
      if (newest.version > version) {
        version = newest.version;
        await repository.publish(version);
      }
      id = newest.id;
      allowed = newest.state === 'going';
      const before = kiosk.shown();
      const plan = Plan.parse(await (await fetch(`${address}/${planPlace('delft', 'hal')}`)).json());
      expect(plan.packs[0]?.steps[0]).toMatchObject({ version, state: newest.state });
      await kiosk.look();
      expect(kiosk.shown()).toBe(allowed ? version : before);
    }
    expect(await server.end('SIGTERM')).toBe(0);
    const rows = await store.db.selectFrom('rollouts').select(['version', 'state']).execute();
    expect(new Set(rows.map((row) => row.version)).size).toBe(rows.length);
    await store.close();
    rmSync(data, { recursive: true, force: true });
  },
  1_800_000,
);
