import { expect } from 'vitest';
import { everyRow } from '../a-store.ts';
import type { TestKiosk } from './a-kiosk.ts';
import type { RawRepository } from './raw-repository.ts';

/** What a kiosk shows, and could show: every row but those that say what is trusted and how the last look went. */
export function contentOf({ db }: Pick<TestKiosk, 'db'>): Record<string, unknown[]> {
  const rows = everyRow(db);
  for (const table of ['trusted_metadata', 'trusted_time', 'update_status']) delete rows[table];
  return rows;
}

/** Expects that an update comes to nothing with this fault, and changes nothing of what is or could be shown. */
export async function expectRefused(
  kiosk: TestKiosk,
  repository: RawRepository,
  fault: string,
  options: { readonly now?: number; readonly acceptExpired?: boolean; readonly bundledRoot?: Buffer } = {},
): Promise<void> {
  const before = contentOf(kiosk);
  expect(await kiosk.update(repository, options)).toBe(fault);
  expect(contentOf(kiosk)).toEqual(before);
}
