import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WriteDb } from '../../../../db/open.ts';
import { forgetOldHandovers } from '../../../../db/ops/handovers/forget.ts';
import { giveHandover } from '../../../../db/ops/handovers/give.ts';
import { listHandovers, writeHandover } from '../../../../db/ops/handovers/handovers.ts';
import { listSealed, sealedFolder, writeSealed } from '../../../../db/ops/handovers/sealed-files.ts';
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

describe('what was sealed of a handover that is being given, while another process looks for what is to go', () => {
  const SEALED = Buffer.from('locked').toString('base64');
  const by = { now: day(10), person: null, key: undefined };
  /** A desk and its helper, at the same store; neither waits for the other. */
  const both = () => {
    const dataDir = aDataFolder();
    const [desk, helper] = [0, 1].map(() => aStore('ops', join(dataDir, 'ops.db'))) as [WriteDb, WriteDb];
    for (const db of [desk, helper]) db.pragma('busy_timeout = 0');
    const given = { id: randomUUID(), code: 'ABCDEFGHJ', partner: 'wijkteam', partner_name: 'Wijkteam' };
    return { dataDir, desk, helper, given };
  };

  it('stays when its file is there and its row is not yet', () => {
    const { dataDir, desk, helper, given } = both();
    desk
      .transaction(() => {
        writeSealed(dataDir, given.id, SEALED);
        expect(() => forgetOldHandovers(helper, dataDir, day(10))).toThrow(/locked/);
        expect(listSealed(dataDir)).toEqual([given.id]);
        writeHandover(desk, { ...given, sealed: true }, by);
      })
      .immediate();
    forgetOldHandovers(helper, dataDir, day(10));
    expect([listSealed(dataDir), listHandovers(desk)]).toMatchObject([[given.id], [{ sealed: 'here' }]]);
  });

  it('stays when the rows were read before it was given, and the files after that', () => {
    const { dataDir, desk, helper, given } = both();
    const looking = afterRows(helper, () => giveHandover(desk, dataDir, { ...given, sealed: SEALED }, by));
    forgetOldHandovers(looking, dataDir, day(10));
    expect([listSealed(dataDir), listHandovers(desk)]).toMatchObject([[given.id], [{ sealed: 'here' }]]);
  });

  it('is not written while the other one writes: then neither file nor row is here', () => {
    const { dataDir, desk, helper, given } = both();
    const give = () => giveHandover(desk, dataDir, { ...given, sealed: SEALED }, by);
    helper.transaction(() => expect(give).toThrow(/locked/)).immediate();
    expect(existsSync(sealedFolder(dataDir))).toBe(false);
    give();
    expect([listSealed(dataDir), listHandovers(desk)]).toMatchObject([[given.id], [{ sealed: 'here' }]]);
    // The same code once more.
    expect(() => giveHandover(desk, dataDir, { ...given, id: randomUUID(), sealed: SEALED }, by)).toThrow(
      /UNIQUE/,
    );
    expect(listSealed(dataDir)).toEqual([given.id]);
  });

  it.each([
    ['by a clock that is years behind', -3_000],
    ['by a clock that is years ahead', 3_000],
  ])('goes when its handover was never written, at once and %s', (_, days) => {
    const { dataDir, helper, given } = both();
    writeSealed(dataDir, given.id, SEALED);
    forgetOldHandovers(helper, dataDir, day(days));
    expect(listSealed(dataDir)).toEqual([]);
  });
});

/** Does something when all handovers were just read. */
function afterRows(db: WriteDb, act: () => void): WriteDb {
  const prepare = (sql: string) => {
    const statement = db.prepare(sql);
    if (!sql.includes('FROM handovers ORDER BY')) return statement;
    return {
      all: () => {
        const rows = statement.all();
        act();
        return rows;
      },
    };
  };
  return Object.assign(Object.create(db), { prepare, transaction: db.transaction.bind(db) });
}
