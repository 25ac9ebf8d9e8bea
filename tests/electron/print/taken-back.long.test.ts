import { afterEach, beforeEach, expect, it } from 'vitest';
import { purgeJob, seeJob, submitJob } from '../../../electron/print/jobs.ts';
import { findPrintServer } from '../../../electron/print/print-server.ts';
import { type Fault, type OwnCups, startOwnCups } from '../../journeys/own-cups.ts';

let cups: OwnCups;
const usual = process.env.CUPS_SERVER;
beforeEach(async () => {
  cups = await startOwnCups();
  cups.addQueue('Hal', 'a4');
  Object.assign(process.env, cups.env);
});
afterEach(async () => {
  if (usual === undefined) delete process.env.CUPS_SERVER;
  else process.env.CUPS_SERVER = usual;
  await cups?.remove();
});

it.each<Fault>(['slow', 'offline'])(
  'leaves nothing of a job that a printer is busy with (%s), also not in what the print system writes down later',
  async (fault) => {
    const server = await findPrintServer();
    cups.breakPrinters(fault);
    const job = await submitJob('Hal', 'a4', Buffer.from('%PDF-1.4'));
    await expect.poll(cups.hasBegun, { timeout: 20_000 }).toBe(true);
    expect(await purgeJob(server, job)).toBe(true);
    // What the print system still knows in memory comes to its disk within half a minute.
    expect(await seeJob(server, job)).toBeUndefined();
    expect(cups.spooled()).toEqual([]);
  },
);

it('ends with a queue that was removed while its printer was busy, again and again', async () => {
  const server = await findPrintServer();
  for (let times = 0; times < 8; times++) {
    cups.addQueue('Hal', 'a4');
    cups.breakPrinters('slow');
    const job = await submitJob('Hal', 'a4', Buffer.from('%PDF-1.4'));
    await expect.poll(cups.hasBegun, { timeout: 20_000, interval: 5 }).toBe(true);
    cups.command('lpadmin', '-x', 'Hal');
    expect(await purgeJob(server, job)).toBe(true);
    await expect.poll(cups.spooled, { timeout: 20_000 }).toEqual([]);
  }
});
