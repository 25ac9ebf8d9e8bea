import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayHaveOpenJobs, openJobs } from '../../../electron/print/open-jobs.ts';
import { readPrinterSettings } from '../../../electron/print/printer-settings.ts';
import { aLog } from '../../builders/a-log.ts';
import { aFolder } from '../../builders/pack-folder.ts';

describe('the settings of the printers', () => {
  it('say nothing when there are none', () => expect(readPrinterSettings(aFolder(), aLog())).toEqual({}));

  it('name a queue for a paper, or none', () => {
    const settings = { a4: 'Kantoor', receipt: null };
    const folder = aFolder({ 'printers.json': JSON.stringify(settings) });
    expect(readPrinterSettings(folder, aLog())).toEqual(settings);
  });

  it.each(['{', '{"a5": "Kantoor"}', '{"a4": 3}', '[]'])(
    'are left aside, and told, when they are %s',
    (text) => {
      const log = aLog();
      expect(readPrinterSettings(aFolder({ 'printers.json': text }), log)).toEqual({});
      expect(log.lines.join()).toMatch(/printers-wrong.*printers\.json/s);
    },
  );
});

describe('the jobs that are not done', () => {
  it('are remembered over a restart, by queue and number, and forgotten when they are done', () => {
    const folder = aFolder();
    expect(mayHaveOpenJobs(folder)).toBe(false);
    const job = { queue: 'Hal/boven één', id: 12 };
    openJobs(folder).add(job);
    expect(mayHaveOpenJobs(folder)).toBe(true);
    expect(openJobs(folder).list()).toEqual([job]);
    openJobs(folder).remove(job);
    expect(openJobs(folder).list()).toEqual([]);
  });

  it('stop nobody from printing when they cannot be written down, and are known as long as the program runs', () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'print-jobs'), '');
    const jobs = openJobs(folder);
    const job = { queue: 'Hal', id: 1 };
    jobs.add(job);
    expect(jobs.list()).toEqual([job]);
    jobs.remove(job);
    expect(jobs.list()).toEqual([]);
    expect(openJobs(folder).list()).toEqual([]);
  });

  it('are asked for no more once they are gone, also where the disk keeps what stands for them', () => {
    const folder = aFolder();
    const job = { queue: 'Hal', id: 1 };
    // No file: it does not go.
    mkdirSync(join(folder, 'print-jobs', '1-Hal'), { recursive: true });
    const jobs = openJobs(folder);
    expect(jobs.list()).toEqual([job]);
    jobs.remove(job);
    expect(jobs.list()).toEqual([]);
    // The print system began again to count.
    jobs.add(job);
    expect(jobs.list()).toEqual([job]);
  });

  it('are not what somebody else put there', () => {
    const folder = aFolder({ 'print-jobs/lees-mij': '' });
    expect(openJobs(folder).list()).toEqual([]);
  });
});
