import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { PrintServer } from '../../../electron/print/ipp.ts';
import { createJob, type Job, purgeJob, seeJob, sendDocument } from '../../../electron/print/jobs.ts';
import { findPrintServer } from '../../../electron/print/print-server.ts';
import type { Fault } from '../../journeys/own-cups.ts';
import { aJob, ownCupsForEach } from './own-cups-for-each.ts';

const cups = ownCupsForEach();

async function handIn(server: PrintServer): Promise<Job> {
  const job = await aJob(server);
  await sendDocument(server, job, Buffer.from('%PDF-1.4'));
  return job;
}

it('knows the number of a job before there is anything of it to print, and takes that back too', async () => {
  const server = await findPrintServer();
  const job = await aJob(server);
  expect(await seeJob(server, job)).toBeDefined();
  // Documents begin with d, what is known of a job with c.
  expect(
    cups()
      .spooled()
      .filter((name) => name.startsWith('d')),
  ).toEqual([]);
  expect(cups().hasBegun()).toBe(false);
  expect(await purgeJob(server, job)).toBe(true);
  expect(cups().spooled()).toEqual([]);
  await expect(sendDocument(server, job, Buffer.from('%PDF-1.4'))).rejects.toThrow(/status 0x0406$/);
});

it('prints what it is handed, byte for byte', async () => {
  const server = await findPrintServer();
  const pdf = Buffer.alloc(300_000, '%PDF-1.4 and more ');
  await sendDocument(server, await aJob(server), pdf);
  await expect.poll(cups().printed, { timeout: 20_000 }).toHaveLength(1);
  expect(readFileSync(cups().printed()[0] ?? '').equals(pdf)).toBe(true);
});

it('makes no job in a queue that is not there', async () => {
  expect(await createJob(await findPrintServer(), 'Weg', 'a4')).toBeUndefined();
});

it.each<Fault>(['slow', 'offline'])(
  'leaves nothing of a job that a printer is busy with (%s), also not in what the print system writes down later',
  async (fault) => {
    const server = await findPrintServer();
    cups().breakPrinters(fault);
    const job = await handIn(server);
    await expect.poll(cups().hasBegun, { timeout: 20_000 }).toBe(true);
    expect(await purgeJob(server, job)).toBe(true);
    // What the print system still knows in memory comes to its disk within half a minute.
    expect(await seeJob(server, job)).toBeUndefined();
    expect(cups().spooled()).toEqual([]);
  },
);

it('ends with a queue that was removed while its printer was busy, again and again', async () => {
  const server = await findPrintServer();
  for (let times = 0; times < 8; times++) {
    cups().addQueue('Hal', 'a4');
    cups().breakPrinters('slow');
    const job = await handIn(server);
    await expect.poll(cups().hasBegun, { timeout: 20_000, interval: 5 }).toBe(true);
    cups().command('lpadmin', '-x', 'Hal');
    expect(await purgeJob(server, job)).toBe(true);
    await expect.poll(cups().spooled, { timeout: 20_000 }).toEqual([]);
  }
});
