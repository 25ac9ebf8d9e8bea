import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RolloutWanted } from '../../core/contract/administration/rollout.ts';
import { planPlace } from '../../core/contract/sync/plan.ts';
import { addBranch, addLibrary } from '../../server/organisations/libraries.ts';
import { startRollout } from '../../server/rollouts/start-rollout.ts';
import { openServerStore } from '../../server/store/open-server-store.ts';
import { startOwnNginx } from '../../tests/builders/own-nginx.ts';
import { runJson, startListening } from '../poll/run-script.ts';
import type { Row } from '../row.ts';
import { median } from '../statistics.ts';

const LEAST = 0.7;
const LEAST_OF_STATIC = 5;
const ROUNDS = 5;
const ROUND_MS = 2_000;
const ROLLOUTS = 10;

/**
 * What a server says to nearly every device that asks for its plan: nothing new, 304. The floor is Node's HTTP server that compares the
 * ETag and does nothing else. Beside them @fastify/static with the plan as a file, and nginx with the same file. Each is a process of
 * its own, asked in turn over 32 kept connections.
 */
export const poll: Row = {
  name: 'poll',
  unit: 'answers/s',
  goal: `"nothing new" at least ${LEAST} times as often as a bare Node server, and ${LEAST_OF_STATIC} times as often as @fastify/static`,
  isMet: ({ ratio }) => ratio >= LEAST,
  measure: async (say) => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));
    const stops: (() => Promise<void>)[] = [];
    try {
      await aPlan(folder);
      const server = await startListening(
        join(import.meta.dirname, '../../tests/builders/serve-from-source.ts'),
        [...['--data', folder, '--port', '0']],
      );
      stops.push(server.stop);
      const place = planPlace('delft', 'hal');
      const answer = await fetch(`${server.address}/${place}`);
      const etag = answer.headers.get('etag') ?? '';
      const files = join(folder, 'files');
      mkdirSync(join(files, 'metadata'), { recursive: true });
      writeFileSync(join(files, 'metadata/plan.json'), await answer.text());
      const peer = async (kind: string) => {
        const started = await startListening(join(import.meta.dirname, '../poll/peer-server.ts'), [
          kind,
          files,
          etag,
        ]);
        stops.push(started.stop);
        return started.address;
      };
      const bare = { address: await peer('bare'), place: 'plan', etag };
      const byFastify = await ofFile(await peer('static'));
      const nginx = await startOwnNginx(files);
      stops.push(nginx.remove);
      const all = {
        own: { address: server.address, place, etag },
        bare,
        byFastify,
        nginx: await ofFile(nginx.url),
      };
      const rates = {
        own: [] as number[],
        bare: [] as number[],
        byFastify: [] as number[],
        nginx: [] as number[],
      };
      for (let round = 1; round <= ROUNDS; round++) {
        const busy: string[] = [];
        for (const [name, asked] of Object.entries(all)) {
          const args = [asked.address, asked.place, asked.etag, String(ROUND_MS)];
          const said = await runJson<{ perSecond: number; busy: number }>(
            join(import.meta.dirname, '../poll/ask-again.ts'),
            args,
          );
          rates[name as keyof typeof rates].push(said.perSecond);
          busy.push(
            `${name} ${said.perSecond.toFixed(0)} (who asks is busy for ${(said.busy * 100).toFixed(0)}%)`,
          );
        }
        say(`round ${round} of ${ROUNDS}: ${busy.join(', ')}`);
      }
      const ofStatic = median(rates.own) / median(rates.byFastify);
      say(
        `${ofStatic.toFixed(2)} times @fastify/static; nginx ${(median(rates.nginx) / median(rates.own)).toFixed(2)} times ours`,
      );
      return { measured: rates.own, floor: rates.bare, holds: ofStatic >= LEAST_OF_STATIC };
    } finally {
      for (const stop of stops.reverse()) await stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

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

/** The plan as a file of a web server. */
async function ofFile(address: string) {
  const place = 'metadata/plan.json';
  const answer = await fetch(`${address}/${place}`);
  if (!answer.ok) throw new Error(`There is no plan at ${address}.`);
  return { address, place, etag: answer.headers.get('etag') ?? '' };
}
