import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RolloutWanted } from '../../core/contract/administration/rollout.ts';
import { isInShare } from '../../core/domain/rollouts/share.ts';
import { end, track, waitForExit } from '../../scripts/setup/children.mjs';
import { addBranch, addLibrary } from '../../server/organisations/libraries.ts';
import { changeRollout } from '../../server/rollouts/change-rollout.ts';
import { listRollouts } from '../../server/rollouts/list-rollouts.ts';
import { startRollout } from '../../server/rollouts/start-rollout.ts';
import { openServerStore, type ServerStore } from '../../server/store/open-server-store.ts';
import { openServerKey } from '../../server/store/server-key.ts';
import { packOf } from '../../tests/builders/updates/raw-repository.ts';
import { deviceKeyOf } from '../../trust/jws/device-key.ts';
import { startListening } from '../poll/run-script.ts';
import { FOLLOWED, signedRepository } from '../updates/signed-repository.ts';
import { lookOnce, makeStores } from './a-kiosk.ts';
import type { Asked, Said } from './kiosks.ts';
import { peakMemoryMb } from './peak-memory.ts';

const PROCESSES = 2;
const FIRST_SHARE = 10;
/** The server may give an answer that is as old as this. */
const TOLD_MS = 300;
const CHUNK = 200;

/** How a fleet fared from publishing a version until the server knew that all have it. */
export type FleetRun = {
  readonly seconds: number;
  /** The most memory of the server, and of the processes with the kiosks, in MB. */
  readonly serverMb: number;
  readonly kiosksMb: number;
};

/**
 * Publishes a version to so many kiosks: a tenth of them first, then all. Each has its own stores, key and folder, and runs the code
 * that a kiosk runs. Throws when one of them fails, or one installs that has no turn yet.
 */
export async function runFleet(number: number): Promise<FleetRun> {
  const folder = mkdtempSync(join(tmpdir(), 'balie-fleet-'));
  const ends: (() => Promise<void>)[] = [];
  try {
    const data = join(folder, 'server');
    const repository = await signedRepository(join(data, 'repository'));
    await repository.publish(1, contentsOf(1));
    const store = await openServerStore({ data });
    ends.push(store.close);
    await addLibrary(store, 'delft', 'Delft', new Date());
    await addBranch(store, 'delft', 'hal', 'Hal');
    const server = await startListening(join(import.meta.dirname, 'server-once.ts'), [data]);
    ends.push(server.stop);
    const base = join(folder, 'base');
    makeStores(base);
    writeFileSync(join(base, 'root.json'), repository.root);
    const first = await lookOnce(base, {
      root: repository.root,
      address: server.address,
      belonging: undefined,
    });
    if (first.shown !== 1) throw new Error(`The kiosk that is copied shows nothing: ${first.kind}`);
    const serverKey = deviceKeyOf(await openServerKey(store));
    const groups = Array.from({ length: PROCESSES }, (_, index) =>
      startKiosks([
        base,
        join(folder, `kiosks-${index}`),
        server.address,
        serverKey,
        String(number / PROCESSES),
      ]),
    );
    for (const { child } of groups) ends.push(() => stop(child));
    const devices = (await Promise.all(groups.map(({ ask }) => ask('enrol')))).flatMap((said) =>
      'enrolled' in said ? said.enrolled : [],
    );
    await addDevices(store, devices);

    const began = performance.now();
    await repository.publish(2, contentsOf(2));
    const id = await startRollout(
      store,
      'delft',
      RolloutWanted.parse({
        publisher: FOLLOWED.library,
        pack: FOLLOWED.pack,
        version: 2,
        share: FIRST_SHARE,
      }),
      new Date(),
    );
    await told();
    await round(groups, devices.filter(({ device }) => isInShare(device, id, FIRST_SHARE)).length);
    await changeRollout(store, { library: 'delft', id }, { act: 'widen', share: 100 }, new Date());
    await told();
    await round(groups, number);
    const [rollout] = await listRollouts(store, 'delft', new Date(), id);
    const seconds = (performance.now() - began) / 1000;
    if (rollout?.installed !== number || rollout.sick > 0)
      throw new Error(
        `The server knows of ${rollout?.installed} of ${number}; ${rollout?.sick} are not well.`,
      );
    return {
      seconds,
      serverMb: peakMemoryMb(Number(server.child.pid)),
      kiosksMb: groups.reduce((sum, { child }) => sum + peakMemoryMb(Number(child.pid)), 0),
    };
  } finally {
    for (const act of ends.reverse()) await act();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Group = { readonly child: ChildProcess; readonly ask: (asked: Asked) => Promise<Said> };

/** Has all kiosks look that do not have the version; as many must have it then. */
async function round(groups: readonly Group[], wanted: number): Promise<void> {
  const said = await Promise.all(groups.map(({ ask }) => ask({ look: 2 })));
  const failed = said.flatMap((each) => ('failed' in each ? each.failed : []));
  const installed = said.reduce((sum, each) => sum + ('installed' in each ? each.installed : 0), 0);
  if (failed.length > 0) throw new Error(`${failed.length} kiosks failed, the first: ${failed[0]}`);
  if (installed !== wanted) throw new Error(`${installed} kiosks have the version in place of ${wanted}.`);
}

function startKiosks(args: readonly string[]): Group {
  const child = fork(join(import.meta.dirname, 'kiosks.ts'), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  track(child);
  const next = () =>
    new Promise<Said>((resolve, reject) => {
      const ended = () => reject(new Error('The process of the kiosks ended.'));
      child.once('exit', ended);
      child.once('message', (said: Said) => {
        child.off('exit', ended);
        resolve(said);
      });
    });
  const ready = next();
  return {
    child,
    ask: async (asked) => {
      await ready;
      const said = next();
      child.send(asked);
      return said;
    },
  };
}

/** What enrolment and approval leave behind, without typing so many codes. */
async function addDevices(
  { db }: ServerStore,
  devices: readonly { readonly device: string; readonly key: string }[],
): Promise<void> {
  const rows = devices.map(({ device, key }) => ({
    ...{ id: device, library: 'delft', branch: 'hal', public_key: key, profile: 'kiosk' as const },
    ...{ state: 'approved' as const, app_version: '0.1.0', enrolled_at: new Date().toISOString() },
    ...{ packs: JSON.stringify([{ ...FOLLOWED, version: 1 }]), last_seq: 0 },
  }));
  for (let at = 0; at < rows.length; at += CHUNK)
    await db
      .insertInto('devices')
      .values(rows.slice(at, at + CHUNK))
      .execute();
}

function contentsOf(version: number): ReadonlyMap<string, Buffer> {
  const files = Object.entries(packOf(version)).map(([path, text]) => [path, Buffer.from(text)] as const);
  return new Map(files.sort(([one], [other]) => (one < other ? -1 : 1)));
}

const told = () => new Promise((resolve) => setTimeout(resolve, TOLD_MS));

async function stop(child: ChildProcess): Promise<void> {
  const ended = waitForExit(child);
  end(child, 'SIGKILL');
  await ended;
}
