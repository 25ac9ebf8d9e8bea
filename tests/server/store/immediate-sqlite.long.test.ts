import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { formOf, ServiceEdit } from '../../../core/domain/directory/edit-service.ts';
import { changeRole } from '../../../server/accounts/change-account.ts';
import { findById } from '../../../server/accounts/find-account.ts';
import { bringIn, findService, saveService } from '../../../server/directory/directory-services.ts';
import { addBranch, addLibrary } from '../../../server/organisations/libraries.ts';
import { readPlan } from '../../../server/rollouts/read-plan.ts';
import { openServerStore, type ServerStore } from '../../../server/store/open-server-store.ts';
import { anAccount } from '../../builders/a-browser.ts';
import { aService } from '../../builders/a-service.ts';

const NOW = new Date('2026-11-27T12:00:00.000Z');
/** What the other one knows of the test: nothing yet, that it begins, that it is done. */
const [BEGINS, DONE] = [1, 2];

/** As a command beside the server: it writes, and holds the store. It lets go `after` the test said so, and a moment later. */
const OTHER = `
const { workerData: { file, sqlite, said, after }, parentPort } = require('node:worker_threads');
const db = require(sqlite)(file);
db.exec('BEGIN IMMEDIATE');
db.exec("UPDATE libraries SET name = 'Renamed'");
parentPort.postMessage('holds');
while (Atomics.load(said, 0) < after) Atomics.wait(said, 0, Atomics.load(said, 0), 20000);
Atomics.wait(said, 1, 0, 200);
db.exec('COMMIT');
db.close();
`;

async function aStore(): Promise<ServerStore> {
  const data = mkdtempSync(join(tmpdir(), 'balie-server-'));
  const store = await openServerStore({ data });
  onTestFinished(async () => {
    await store.close();
    rmSync(data, { recursive: true, force: true });
  });
  await addLibrary(store, 'delft', 'delft', NOW);
  await addBranch(store, 'delft', 'hal', 'Hal');
  return store;
}

/** Does something while another connection holds the store, which lets go a moment `after` it began, or is done. */
async function beside<T>({ data }: ServerStore, after: number, act: () => Promise<T>): Promise<T> {
  const said = new Int32Array(new SharedArrayBuffer(8));
  const sqlite = createRequire(import.meta.url).resolve('better-sqlite3');
  const workerData = { file: join(data, 'server.db'), sqlite, said, after };
  const other = new Worker(OTHER, { eval: true, workerData });
  const ended = once(other, 'exit');
  const say = (what: number) => {
    Atomics.store(said, 0, what);
    Atomics.notify(said, 0);
  };
  try {
    await once(other, 'message');
    say(BEGINS);
    return await act();
  } finally {
    say(DONE);
    await ended;
  }
}

it('saves a service beside a command that writes, after it', async () => {
  const store = await aStore();
  await bringIn(store.db, 'delft', aService({ id: 'one' }), NOW);
  const before = await findService(store.db, 'delft', 'one');
  if (before === undefined) throw new Error('No service is there.');
  const edit = ServiceEdit.parse({ ...formOf(before.service), name: 'Taalcafé' });
  const of = { library: 'delft', id: 'one', changedAt: before.changed_at };
  const saved = await beside(store, BEGINS, () =>
    store.db.transaction().execute((trx) => saveService(trx, of, edit, '2027-01-01', NOW)),
  );
  expect(saved).toEqual({ changedAt: expect.any(String) });
  expect((await findService(store.db, 'delft', 'one'))?.service.name).toBe('Taalcafé');
});

it('gives an account another role beside a command that writes', async () => {
  const store = await aStore();
  const administrator = await anAccount(store, 'administrator');
  const actor = { ...administrator, library: 'delft', role: 'administrator' as const };
  const { id } = await anAccount(store, 'reader');
  await beside(store, BEGINS, () => changeRole(store, actor, id, 'editor'));
  expect((await findById(store.db, 'delft', id))?.role).toBe('editor');
});

it('reads in a transaction what the other one wrote before it', async () => {
  const store = await aStore();
  const names = await beside(store, BEGINS, () =>
    store.db.transaction().execute((trx) => trx.selectFrom('libraries').select('name').execute()),
  );
  expect(names).toEqual([{ name: 'Renamed' }]);
});

it('reads the plan of a branch while the other one holds the store', async () => {
  const store = await aStore();
  const plan = await beside(store, DONE, () => readPlan(store, 'delft', 'hal'));
  expect(plan).toMatchObject({ library: 'delft', branch: 'hal' });
});
