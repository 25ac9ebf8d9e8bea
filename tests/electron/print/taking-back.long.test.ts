import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { purgeJob, seeJob, sendDocument } from '../../../electron/print/jobs.ts';
import { findPrintServer } from '../../../electron/print/print-server.ts';
import { openTakingBack } from '../../../electron/print/taking-back.ts';
import { aDataFolder } from '../../builders/a-store.ts';
import { aJob, ownCupsForEach } from './own-cups-for-each.ts';

const PDF = Buffer.from('%PDF-1.4');
// Nothing comes out by itself: what is taken back is taken back by us.
const cups = ownCupsForEach((own) => own.breakPrinters('empty'));

function opened() {
  const dataDir = aDataFolder();
  const log: string[] = [];
  const tell = (code: string) => void log.push(code);
  const folder = join(dataDir, 'print-jobs');
  return {
    taking: openTakingBack(dataDir, { note: tell, trouble: tell }),
    written: () => (existsSync(folder) ? readdirSync(folder) : []),
    log,
  };
}

it('takes a job back by itself as soon as the print system is there again', async () => {
  const { taking, written, log } = opened();
  const server = await findPrintServer();
  const job = await aJob(server);
  await taking.during(server, job, async () => {
    expect(written()).toEqual([`${job.id}-Hal`]);
    await sendDocument(server, job, PDF);
    await cups().stop();
  });
  expect(log).toEqual(['print-not-taken-back']);
  expect(written()).toEqual([`${job.id}-Hal`]);
  expect(cups().spooled()).not.toEqual([]);
  await cups().start();
  await expect.poll(written, { timeout: 30_000 }).toEqual([]);
  expect(cups().spooled()).toEqual([]);
});

it('leaves what is being printed alone when it looks for what was left behind', async () => {
  const { taking, written } = opened();
  const server = await findPrintServer();
  const [old, job] = [await aJob(server), await aJob(server)];
  // What an earlier run left: its name is written down, and nobody prints it.
  await taking.during(server, old, async () => {
    await taking.during(server, job, async () => {
      await sendDocument(server, job, PDF);
      await taking.sweep();
      expect(await seeJob(server, job)).toBeDefined();
      expect(written()).toHaveLength(2);
    });
    expect(await seeJob(server, job)).toBeUndefined();
    expect(written()).toEqual([`${old.id}-Hal`]);
  });
  expect(written()).toEqual([]);
  expect(await purgeJob(server, old)).toBe(true);
});
