import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RolloutWanted } from '../../core/contract/administration/rollout.ts';
import { planPlace } from '../../core/contract/sync/plan.ts';
import { addBranch, addLibrary } from '../../server/organisations/libraries.ts';
import { startRollout } from '../../server/rollouts/start-rollout.ts';
import { openServerStore } from '../../server/store/open-server-store.ts';
import { startOwnNginx } from '../../tests/builders/own-nginx.ts';
import { processorSeconds } from '../poll/processor-time.ts';
import { runJson, startListening } from '../poll/run-script.ts';
import type { Row } from '../row.ts';
import { median } from '../statistics.ts';

const LEAST = 0.7;
const LEAST_OF_STATIC = 5;
const ROUNDS = 9;
const ROUND_MS = 1_500;
const ROLLOUTS = 10;

/**
 * What a server says to nearly every device that asks for its plan: nothing new, 304. The floor is Node's HTTP server that compares the
 * ETag and does nothing else. Beside them @fastify/static with the plan as a file, and nginx with the same file. Each is a process of
 * its own, asked in turn over 256 kept connections. What counts is how often it answers for a second of processor time, in the system
 * too: that is what one core answers when nothing else runs on it.
 */
export const poll: Row = {
  name: 'poll',
  unit: 'answers/s',
  goal: `"nothing new" for a second of one core at least ${LEAST} times as often as a bare Node server, and ${LEAST_OF_STATIC} times as often as @fastify/static`,
  isMet: ({ ratio }) => ratio >= LEAST,
  measure: async (say) => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));
    const stops: (() => Promise<void>)[] = [];
    const start = async (script: string, args: readonly string[]) => {
      const started = await startListening(join(import.meta.dirname, script), args);
      stops.push(started.stop);
      return { address: started.address, pid: started.child.pid };
    };
    try {
      await aPlan(folder);
      const server = await start('../../tests/builders/serve-from-source.ts', [
        ...['--data', folder, '--port', '0'],
      ]);
      const own = await placed(server, planPlace('delft', 'hal'));
      const files = join(folder, 'files');
      mkdirSync(join(files, 'metadata'), { recursive: true });
      writeFileSync(join(files, FILE), await (await fetch(`${own.address}/${own.place}`)).text());
      const peer = (kind: string) => start('../poll/peer-server.ts', [kind, files, own.etag]);
      const bare = { ...(await peer('bare')), place: 'plan', etag: own.etag };
      const byFastify = await placed(await peer('static'), FILE);
      const nginx = await startOwnNginx(files);
      stops.push(nginx.remove);
      const byNginx = await placed({ address: nginx.url, pid: undefined }, FILE);
      for (const each of [own, bare, byFastify, byNginx]) await ask(each); // what is compiled while it runs is compiled now
      const rates = { own: [] as number[], bare: [] as number[], byFastify: [] as number[] };
      for (let round = 1; round <= ROUNDS; round++) {
        const one = await ask(own);
        const two = await ask(bare);
        const three = await ask(byFastify);
        const four = await ask(byNginx);
        rates.own.push(one.ofOneCore);
        rates.bare.push(two.ofOneCore);
        rates.byFastify.push(three.ofOneCore);
        say(
          `round ${round} of ${ROUNDS}, by the clock and of one core: ours ${textOf(one)}, bare ${textOf(two)}, @fastify/static ${textOf(three)}, nginx ${four.perSecond.toFixed(0)}`,
        );
      }
      const ofStatic = median(rates.own) / median(rates.byFastify);
      say(`${ofStatic.toFixed(2)} times @fastify/static`);
      return { measured: rates.own, floor: rates.bare, holds: ofStatic >= LEAST_OF_STATIC };
    } finally {
      for (const stop of stops.reverse()) await stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** The plan as a file, where nginx of docs/nginx.conf has files. */
const FILE = 'metadata/plan.json';

type Asked = {
  readonly address: string;
  readonly pid: number | undefined;
  readonly place: string;
  readonly etag: string;
};
type Answered = { readonly perSecond: number; readonly ofOneCore: number };

/** Asks for a while. Of a process whose id is not known, processor time is not either. */
async function ask({ address, pid, place, etag }: Asked): Promise<Answered> {
  const time = () => (pid === undefined ? Number.NaN : processorSeconds(pid));
  const before = time();
  const said = await runJson<{ answers: number; perSecond: number }>(
    join(import.meta.dirname, '../poll/ask-again.ts'),
    [address, place, etag, String(ROUND_MS)],
  );
  return { perSecond: said.perSecond, ofOneCore: said.answers / (time() - before) };
}

function textOf({ perSecond, ofOneCore }: Answered): string {
  return `${perSecond.toFixed(0)} and ${ofOneCore.toFixed(0)}`;
}

async function placed(server: { address: string; pid: number | undefined }, place: string): Promise<Asked> {
  const answer = await fetch(`${server.address}/${place}`);
  if (!answer.ok) throw new Error(`There is no plan at ${server.address}/${place}.`);
  return { ...server, place, etag: answer.headers.get('etag') ?? '' };
}

/** A library with a branch and some roll-outs, as there are after a while. */
async function aPlan(data: string): Promise<void> {
  const store = await openServerStore({ data });
  await addLibrary(store, 'delft', 'Delft', new Date());
  await addBranch(store, 'delft', 'hal', 'Hal');
  for (let version = 1; version <= ROLLOUTS; version++)
    await startRollout(
      store,
      'delft',
      RolloutWanted.parse({ publisher: 'bieb', pack: 'klein', version }),
      new Date(),
    );
  await store.close();
}
