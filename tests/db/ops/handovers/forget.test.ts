import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { forgetOldHandovers } from '../../../../db/ops/handovers/forget.ts';
import { listHandovers, writeHandover } from '../../../../db/ops/handovers/handovers.ts';
import { listSealed, writeSealed } from '../../../../db/ops/handovers/sealed-files.ts';
import { aDataFolder, aStore } from '../../../builders/a-store.ts';

const day = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000);

it('deletes what was sealed 14 days after it was given, also by a clock that ran ahead and then came to that hour', () => {
  const db = aStore('ops');
  const dataDir = aDataFolder();
  const id = randomUUID();
  writeSealed(dataDir, id, Buffer.from('locked').toString('base64'));
  const partner = { partner: 'wijkteam', partner_name: 'Wijkteam (fictional)' };
  const by = { now: day(10), person: null, key: undefined };
  writeHandover(db, { id, code: 'ABCDEFGHJ', ...partner, sealed: true }, by);
  for (const look of [0.04, 9, 11, 13.9]) {
    forgetOldHandovers(db, dataDir, day(look));
    expect([look, listSealed(dataDir)]).toEqual([look, [id]]);
  }
  expect(listHandovers(db)).toMatchObject([{ given_at: '2026-01-01T00:00:00Z', noticed_at: null }]);
  forgetOldHandovers(db, dataDir, day(14.1));
  expect(listSealed(dataDir)).toEqual([]);
});
