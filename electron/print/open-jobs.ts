import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flush } from '../../db/flush.ts';
import type { Job } from './jobs.ts';

/**
 * The jobs of which something may still lie in the print system, as empty files named for them: a kiosk that loses its
 * power or its print system while it prints takes the job back later.
 */
export type OpenJobs = {
  readonly list: () => Job[];
  readonly add: (job: Job) => void;
  readonly remove: (job: Job) => void;
};

const folderIn = (dataDir: string) => join(dataDir, 'print-jobs');

/** Could there be an open job? Once something was printed here there could. */
export function mayHaveOpenJobs(dataDir: string): boolean {
  return existsSync(folderIn(dataDir));
}

/** The open jobs as they lie in a folder. A disk that takes no writes is no reason not to print. */
export function openJobs(dataDir: string): OpenJobs {
  const folder = folderIn(dataDir);
  const file = ({ queue, id }: Job) => join(folder, `${id}-${encodeURIComponent(queue)}`);
  const quietly = (act: () => void) => {
    try {
      act();
    } catch {
      // The job itself is taken back when it is done.
    }
  };
  return {
    list: () => {
      try {
        return readdirSync(folder).flatMap((name) => {
          const [, id, queue] = /^(\d+)-(.+)$/.exec(name) ?? [];
          return id === undefined || queue === undefined
            ? []
            : [{ id: Number(id), queue: decodeURIComponent(queue) }];
        });
      } catch {
        return [];
      }
    },
    add: (job) =>
      quietly(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(file(job), '', { mode: 0o600 });
        // The print system writes the job to its disk, which may be another one: a power cut must not leave only that.
        for (const path of [file(job), folder]) flush(path);
      }),
    remove: (job) => quietly(() => rmSync(file(job), { force: true })),
  };
}
