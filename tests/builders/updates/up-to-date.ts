import { expect } from 'vitest';
import { aKiosk, type TestKiosk } from './a-kiosk.ts';
import { aRawRepository, type Change, inDays, type RawRepository } from './raw-repository.ts';

/** A repository with version 2, and a kiosk that has it: where the attacks begin. */
export async function upToDate(): Promise<{ repository: RawRepository; kiosk: TestKiosk }> {
  const repository = aRawRepository(2);
  const kiosk = aKiosk(repository.bundledRoot);
  expect(await kiosk.update(repository)).toBe('ready');
  return { repository, kiosk };
}

/** Metadata that expires so many days after the tests. */
export const expiring =
  (days: number): Change =>
  (body) => {
    body['expires'] = inDays(days);
  };

/** Says of a file that is announced what it is. */
export const saying =
  (file: string, said: Record<string, never | object | number>): Change =>
  (body) => {
    body['meta'] = { ...(body['meta'] as object), [file]: said as never };
  };
