import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noteSentUntil, readSentUntil } from '../../../db/ops/sent-until.ts';
import { aDataFolder } from '../../builders/a-store.ts';

test('up to when all was sent stands beside the store; what cannot be so promises nothing', () => {
  const dataDir = aDataFolder();
  const now = new Date('2026-11-26T18:00:00Z');
  expect(readSentUntil(dataDir, now)).toBeUndefined();
  noteSentUntil(dataDir, new Date('2026-11-26T17:55:00Z'));
  expect(readSentUntil(dataDir, now)).toBe('2026-11-26T17:55:00.000Z');
  // A clock that ran ahead.
  expect(readSentUntil(dataDir, new Date('2026-11-26T17:00:00Z'))).toBeUndefined();
  writeFileSync(join(dataDir, 'sent-until'), '2026-1#-26T17:55:00.000Z');
  expect(readSentUntil(dataDir, now)).toBeUndefined();
});
