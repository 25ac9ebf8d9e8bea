import { spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { Acknowledgement, SIGNATURE_HEADER } from '../../core/contract/sync/batch.ts';
import { end, track, waitForExit } from '../../scripts/setup/children.mjs';
import { addBranch, addLibrary } from '../../server/organisations/libraries.ts';
import { openServerStore, type ServerStore, type StorePlace } from '../../server/store/open-server-store.ts';
import { deviceKeyOf } from '../../trust/jws/device-key.ts';
import type { MadeBatch, SendingDevice } from './made-batches.ts';

/** The real server, in a process of its own. */
export type IngestServer = {
  /** Sends each batch once, over so many connections at the same time; milliseconds until all are acknowledged as stored. */
  readonly send: (batches: readonly MadeBatch[], connections: number) => Promise<number>;
  readonly stop: () => Promise<void>;
};

/** Makes a store with a library and devices of it that are approved. */
export async function fillStore(place: StorePlace, devices: readonly SendingDevice[]): Promise<void> {
  const store = await openServerStore(place);
  await addLibrary(store, 'delft', 'Delft', new Date());
  for (const { id, branch, key } of devices) {
    await addBranch(store, 'delft', branch, branch);
    await store.db
      .insertInto('devices')
      .values({
        ...{ id, library: 'delft', branch, public_key: deviceKeyOf(key), profile: 'kiosk' },
        ...{ state: 'approved', app_version: '0.1.0', enrolled_at: new Date().toISOString(), packs: '[]' },
        last_seq: 0,
      })
      .execute();
  }
  await store.close();
}

/** Starts it over a store. */
export async function startIngestServer({ data, database }: StorePlace): Promise<IngestServer> {
  const file = join(import.meta.dirname, 'serve-unlimited.ts');
  const child = spawn(process.execPath, [file, data, ...(database === undefined ? [] : [database])], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  track(child);
  const address = await new Promise<string>((resolve, reject) => {
    child.once('message', (said) => resolve(String(said)));
    child.once('exit', () => reject(new Error('The server did not start; see above.')));
  });
  const agent = new Agent({ keepAlive: true });
  return {
    send: async (batches, connections) => {
      const waiting = [...batches];
      const answers: Buffer[] = [];
      const lane = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift())
          answers.push(await post(agent, `${address}/api/v1/batches`, next));
      };
      const began = performance.now();
      await Promise.all(Array.from({ length: connections }, lane));
      const ms = performance.now() - began;
      for (const answer of answers) expectStored(answer);
      return ms;
    },
    stop: async () => {
      agent.destroy();
      end(child);
      await waitForExit(child);
    },
  };
}

/** So many rows there are in `items`, and so many times something was counted. */
export async function stored(store: ServerStore): Promise<readonly [number, number]> {
  const { items } = await store.db
    .selectFrom('items')
    .select((make) => make.fn.countAll<number>().as('items'))
    .executeTakeFirstOrThrow();
  const counts = await store.db.selectFrom('counts').select('number').execute();
  return [items, counts.reduce((sum, { number }) => sum + number, 0)];
}

function post(agent: Agent, url: string, { body, signature }: MadeBatch): Promise<Buffer> {
  const headers = {
    'content-type': 'application/json',
    'content-length': body.length,
    [SIGNATURE_HEADER]: signature,
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const whole = Buffer.concat(parts);
        if (answer.statusCode === 200) resolve(whole);
        else reject(new Error(`The server said ${answer.statusCode}: ${whole.toString()}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function expectStored(answer: Buffer): void {
  const { items } = Acknowledgement.parse(JSON.parse(answer.toString('utf8')));
  if (items.some(({ result }) => result !== 'stored')) throw new Error('An item was not stored.');
}
