import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openJobs } from '../../../electron/print/open-jobs.ts';
import { openTakingBack } from '../../../electron/print/taking-back.ts';
import { aLog } from '../../builders/a-log.ts';
import { aFolder } from '../../builders/pack-folder.ts';
import { anAnswer } from './an-answer.ts';

it('takes back the jobs behind one of which the print system does not want to say how it stands', async () => {
  const NOT_FOUND = { status: 0x0406 };
  const server = await anAnswer((asked) => {
    const isCancel = asked.readUInt16BE(2) === 0x0008;
    return isCancel || asked.includes('jobs/2') ? (isCancel ? { status: 0 } : NOT_FOUND) : { status: 0x0507 };
  });
  const folder = aFolder();
  for (const id of [1, 2]) openJobs(folder).add({ queue: 'Hal', id });
  const log = aLog();
  const taking = openTakingBack(folder, log, async () => server);
  await taking.sweep();
  expect(readdirSync(join(folder, 'print-jobs'))).toEqual(['1-Hal']);
  expect(log.lines.join()).toContain('print-not-swept');
});
