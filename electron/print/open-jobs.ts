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

/**
 * The open jobs as they lie in a folder. A disk that takes no writes is no reason not to print: what could not be written down is
 * known as long as the program runs.
 */
export function openJobs(dataDir: string): OpenJobs {
  const folder = folderIn(dataDir);
  const file = ({ queue, id }: Job) => join(folder, `${id}-${encodeURIComponent(queue)}`);
  const known = new Map<string, Job>();
  /** Files of jobs that are gone, which the disk keeps all the same. */
  const gone = new Set<string>();
  const listed = () => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  };
  return {
    list: () => {
      for (const name of listed()) {
        if (gone.has(join(folder, name))) continue;
        const [, id, queue] = /^(\d+)-(.+)$/.exec(name) ?? [];
        if (id !== undefined && queue !== undefined)
          known.set(join(folder, name), { id: Number(id), queue: decodeURIComponent(queue) });
      }
      return [...known.values()];
    },
    add: (job) => {
      known.set(file(job), job);
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(file(job), '', { mode: 0o600 });
        // The print system writes the job to its disk, which may be another one: a power cut must not leave only that.
        for (const path of [file(job), folder]) flush(path);
      } catch {
        // It is known here, and taken back when it is done.
      }
    },
    remove: (job) => {
      known.delete(file(job));
      try {
        rmSync(file(job), { force: true });
      } catch {
        gone.add(file(job));
        // Asked for again after a restart, and not before: the print system then says that it is gone.
      }
    },
  };
}
