import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeLog } from '../../../server/http/log.ts';
import { startServer } from '../../../server/start-server.ts';
import { startUpkeep } from '../../../server/upkeep/start-upkeep.ts';
import { aClock } from '../../builders/a-clock.ts';

const aLog = () => {
  const lines: string[] = [];
  return { log: makeLog({ write: (line: string) => void lines.push(line) }), lines };
};

it('does a chore at its times, also after it failed, until it is stopped', async () => {
  const clock = aClock('2026-11-27T03:00:00Z');
  const { log, lines } = aLog();
  const at: string[] = [];
  const run = async (now: Date) => {
    at.push(now.toISOString().slice(11, 16));
    if (at.length === 1) throw new Error('no database');
    return at.length === 2 ? { rows: 1 } : undefined;
  };
  const upkeep = startUpkeep([{ name: 'swept', first: 60_000, every: 3_600_000, run }], clock, log);
  await clock.pass(60_000);
  await clock.pass(3_600_000);
  await clock.pass(3_600_000);
  expect(at).toEqual(['03:01', '04:01', '05:01']);
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['swept-failed', 'swept']);
  await upkeep.stop();
  await clock.pass(3_600_000);
  expect(at).toHaveLength(3);
});

it('tries a chore again sooner after it failed, where that says so', async () => {
  const clock = aClock('2026-11-27T03:00:00Z');
  const at: string[] = [];
  const run = async (now: Date) => {
    at.push(now.toISOString().slice(11, 16));
    if (at.length === 1) throw new Error('no database');
    return undefined;
  };
  const chore = { name: 'swept', first: 60_000, every: 7_200_000, again: 600_000, run };
  const upkeep = startUpkeep([chore], clock, aLog().log);
  for (const minutes of [1, 10, 120]) await clock.pass(minutes * 60_000);
  expect(at).toEqual(['03:01', '03:11', '05:11']);
  await upkeep.stop();
});

it('waits with stopping for what runs', async () => {
  const clock = aClock('2026-11-27T03:00:00Z');
  const finishing: (() => void)[] = [];
  const running = new Promise<undefined>((resolve) => {
    finishing.push(() => resolve(undefined));
  });
  let asks = () => false;
  const run = (_now: Date, goesOn: () => boolean) => {
    asks = goesOn;
    return running;
  };
  const upkeep = startUpkeep([{ name: 'swept', first: 1, every: 1, run }], clock, aLog().log);
  await clock.pass(1);
  expect(asks()).toBe(true);
  let stopped = false;
  const stop = upkeep.stop().then(() => {
    stopped = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(stopped).toBe(false);
  expect(asks(), 'it is told that it shall come to an end').toBe(false);
  for (const finish of finishing) finish();
  await stop;
});

it('is what a server does: it purges a while after its start, and once a day', async () => {
  const clock = aClock('2026-11-27T03:00:00Z');
  const data = mkdtempSync(join(tmpdir(), 'balie-server-'));
  const { log, lines } = aLog();
  const server = await startServer({ data }, { port: 0 }, log, undefined, undefined, clock);
  const purges = () => lines.filter((line) => JSON.parse(line).msg === 'purged').length;
  await clock.pass(5 * 60_000, () => purges() === 1);
  await clock.pass(86_400_000, () => purges() === 2);
  await server.stop();
  rmSync(data, { recursive: true, force: true });
});
