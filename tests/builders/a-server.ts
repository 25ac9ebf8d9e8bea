import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLog } from '../../server/http/log.ts';
import { approveDevice } from '../../server/organisations/devices.ts';
import { makeEnrolmentCode } from '../../server/organisations/enrolment-codes.ts';
import { addBranch, addLibrary } from '../../server/organisations/libraries.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { openServerStore, type ServerStore } from '../../server/store/open-server-store.ts';
import { aDevice } from './a-device.ts';

const MANY = { enrolments: 100_000, batches: 100_000, codes: 100_000 };
const SETTINGS = { signIns: 100_000 };

/** A server with a library "delft" and one "gouda", each with a branch "hal"; `instances` of it over one store. */
export type OwnServer = {
  readonly addresses: readonly [string, ...string[]];
  readonly store: ServerStore;
  /** What it logged. */
  readonly logged: () => string;
  readonly data: string;
  /** A device that enrolled at a library and was approved. */
  readonly approved: (library?: string) => Promise<ReturnType<typeof aDevice>>;
  readonly code: (library?: string) => Promise<string>;
  /** How often things happened, by the counts, all together. */
  readonly total: () => Promise<number>;
  readonly remove: () => Promise<void>;
};

/** Starts it, with SQLite or in a database. */
export async function startOwnServer(database?: string, instances = 1): Promise<OwnServer> {
  const data = mkdtempSync(join(tmpdir(), 'balie-server-'));
  let logged = '';
  const log = makeLog({
    write: (line: string) => {
      logged += line;
    },
  });
  const start = () => startServer({ data, database }, { port: 0 }, log, MANY, SETTINGS);
  // At once: the migrations of one wait for those of the other.
  const servers: RunningServer[] = await Promise.all(Array.from({ length: instances }, start));
  const store = await openServerStore({ data, database });
  for (const library of ['delft', 'gouda']) {
    // Before anything of which a test tells, whatever the day on which it runs.
    await addLibrary(store, library, library, new Date('2026-01-01T00:00:00Z'));
    await addBranch(store, library, 'hal', 'Hal');
  }
  const [first, ...others] = servers.map(({ address }) => address);
  const addresses = [String(first), ...others] as const;
  const code = async (library = 'delft') =>
    (await makeEnrolmentCode(store, library, 'hal', new Date()))?.code ?? '';
  return {
    addresses: [...addresses],
    store,
    data,
    logged: () => logged,
    code,
    approved: async (library) => {
      const device = aDevice();
      await device.enrol(addresses[0], await code(library));
      await approveDevice(store, device.id());
      return device;
    },
    total: () => totalOf(store),
    remove: async () => {
      await Promise.all(servers.map((server) => server.stop()));
      await store.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** All counts together. */
export async function totalOf({ db }: ServerStore): Promise<number> {
  const rows = await db.selectFrom('counts').select('number').execute();
  return rows.reduce((sum, { number }) => sum + number, 0);
}
