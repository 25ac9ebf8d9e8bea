// What a real print system seldom answers is answered here by a server of three lines, in the bytes of the protocol.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createJob, RefusedError, seeJob } from '../../../electron/print/jobs.ts';

const JOB = { queue: 'Hal', id: 7 };

/** A print system that answers everything with this status, and with these groups. */
async function anAnswer(status: number, groups: readonly number[] = []) {
  const bytes = Buffer.from([2, 0, status >> 8, status & 0xff, 0, 0, 0, 1, ...groups, 0x03]);
  const server = createServer((_, response) => response.end(bytes));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
}

/** An attribute: its kind, the length of its name, the name, and its value with the length of that. */
const attribute = (kind: number, name: string, value: readonly number[]) => [
  ...[kind, 0, name.length, ...Buffer.from(name), 0, value.length, ...value],
];

it('knows that a job is gone only when the print system says so', async () => {
  expect(await seeJob(await anAnswer(0x0406), JOB)).toBeUndefined();
  for (const status of [0x0403, 0x0507, 0x0000])
    await expect(seeJob(await anAnswer(status), JOB)).rejects.toThrow(RefusedError);
});

it('finds the number of a new job behind what was not understood', async () => {
  const unsupported = [0x05, ...attribute(0x44, 'media', [...Buffer.from('A4')])];
  const job = [0x02, ...attribute(0x21, 'job-id', [0, 0, 0, 7])];
  expect(await createJob(await anAnswer(0x0001, [...unsupported, ...job]), 'Hal', 'a4')).toEqual(JOB);
});
