import { afterEach, beforeEach } from 'vitest';
import type { PrintServer } from '../../../electron/print/ipp.ts';
import { createJob, type Job } from '../../../electron/print/jobs.ts';
import { type OwnCups, startOwnCups } from '../../journeys/own-cups.ts';

/** Gives each test of a file a print system of its own, with the queue "Hal" in it. The function returned tells which one. */
export function ownCupsForEach(prepare: (cups: OwnCups) => void = () => undefined): () => OwnCups {
  const usual = process.env.CUPS_SERVER;
  let own: OwnCups | undefined;
  beforeEach(async () => {
    own = await startOwnCups();
    own.addQueue('Hal', 'a4');
    prepare(own);
    Object.assign(process.env, own.env);
  });
  afterEach(async () => {
    if (usual === undefined) delete process.env.CUPS_SERVER;
    else process.env.CUPS_SERVER = usual;
    await own?.remove();
    own = undefined;
  });
  return () => {
    if (own === undefined) throw new Error('There is a print system only while a test runs.');
    return own;
  };
}

/** A job in the queue "Hal", of which nothing was handed in yet. */
export async function aJob(server: PrintServer): Promise<Job> {
  const job = await createJob(server, 'Hal', 'a4');
  if (job === undefined) throw new Error('no queue');
  return job;
}
