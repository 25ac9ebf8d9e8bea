import { expect, it } from 'vitest';
import { createJob, RefusedError, seeJob, seeQueue } from '../../../electron/print/jobs.ts';
import { anAnswer } from './an-answer.ts';

const JOB = { queue: 'Hal', id: 7 };

/** A print system that answers everything with this status, and with these groups. */
const answering = (status: number, groups: readonly number[] = []) => anAnswer(() => ({ status, groups }));

/** An attribute: its kind, the length of its name, the name, and its value with the length of that. */
const attribute = (kind: number, name: string, value: readonly number[]) => [
  ...[kind, 0, name.length, ...Buffer.from(name), 0, value.length, ...value],
];

it('knows that a job is gone only when the print system says so', async () => {
  expect(await seeJob(await answering(0x0406), JOB)).toBeUndefined();
  for (const status of [0x0403, 0x0507, 0x0000])
    await expect(seeJob(await answering(status), JOB)).rejects.toThrow(RefusedError);
});

it('knows that a queue is gone only when the print system says so', async () => {
  expect(await seeQueue(await answering(0x0406), 'Hal')).toBeUndefined();
  for (const status of [0x0403, 0x0507, 0x0000])
    await expect(seeQueue(await answering(status), 'Hal')).rejects.toThrow(RefusedError);
});

it('finds the number of a new job behind what was not understood', async () => {
  const unsupported = [0x05, ...attribute(0x44, 'media', [...Buffer.from('A4')])];
  const job = [0x02, ...attribute(0x21, 'job-id', [0, 0, 0, 7])];
  expect(await createJob(await answering(0x0001, [...unsupported, ...job]), 'Hal', 'a4')).toEqual(JOB);
});
