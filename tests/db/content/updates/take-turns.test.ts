import { expect, test } from 'vitest';
import { floorOf } from '../../../../db/content/floors.ts';
import { activeVersion, heldVersion, installPack } from '../../../../db/content/install-pack.ts';
import { isTurnOfAny } from '../../../../db/content/updates/is-turn-of-any.ts';
import { type PackTurn, writePackTurn, writePackTurns } from '../../../../db/content/updates/pack-turns.ts';
import { holdPack } from '../../../../db/content/updates/show-pack.ts';
import { stagePack } from '../../../../db/content/updates/stage-pack.ts';
import { takeTurns } from '../../../../db/content/updates/take-turns.ts';
import type { WriteDb } from '../../../../db/open.ts';
import { aSchedule } from '../../../builders/a-service.ts';
import { aStore } from '../../../builders/a-store.ts';
import { aPackToInstall } from '../../../builders/pack-to-install.ts';

// A Tuesday at noon in the Netherlands, and after five.
const OPEN = Date.parse('2026-11-24T11:00:00Z');
const CLOSED = Date.parse('2026-11-24T16:00:00Z');
const shown = (db: WriteDb) => activeVersion(db, 'klein')?.version;
const stage = (db: WriteDb, version: number) =>
  stagePack(db, aPackToInstall({ version }), { sha256: `sha-${version}`, body: '{}' });
const turn = (version: number, kind: PackTurn['turn'], latest: string | null = null): PackTurn => ({
  ...{ pack_id: 'klein', version, turn: kind, latest, schedules: [aSchedule()] },
});

/** A store that shows version 2, with version 1 before it. */
function aStoreWithTwo(): WriteDb {
  const db = aStore('content');
  installPack(db, aPackToInstall({ version: 1 }));
  stage(db, 2);
  expect(takeTurns(db, OPEN)).toEqual({ shown: ['klein'], waits: false });
  return db;
}

test('what no plan speaks of is shown, and what is held is not, by whomever', () => {
  const db = aStoreWithTwo();
  stage(db, 3);
  writePackTurns(db, [turn(3, 'never')]);
  expect([takeTurns(db, OPEN), shown(db)]).toEqual([{ shown: [], waits: false }, 2]);
  writePackTurns(db, []);
  holdPack(db, 'klein', OPEN);
  expect([takeTurns(db, OPEN), shown(db)]).toEqual([{ shown: [], waits: false }, 2]);
});

test('what waits for closing time is shown then, or when it has waited long enough', () => {
  for (const [latest, now] of [
    [null, CLOSED],
    ['2026-11-24T11:00:01Z', OPEN + 1000],
  ] as const) {
    const db = aStoreWithTwo();
    stage(db, 3);
    writePackTurn(db, turn(3, 'closed', latest));
    expect([takeTurns(db, OPEN), shown(db)]).toEqual([{ shown: [], waits: true }, 2]);
    expect([takeTurns(db, now), shown(db)]).toEqual([{ shown: ['klein'], waits: false }, 3]);
  }
});

test('what was rolled back gives way to the version before, once, and is not held', () => {
  const db = aStoreWithTwo();
  writePackTurns(db, [turn(2, 'back')]);
  expect(isTurnOfAny(db)).toBe(true);
  expect([takeTurns(db, OPEN), shown(db)]).toEqual([{ shown: ['klein'], waits: false }, 1]);
  expect([isTurnOfAny(db), takeTurns(db, OPEN).shown, floorOf(db, 'klein')]).toEqual([false, [], 2]);
  expect(heldVersion(db, 'klein')).toBeUndefined();
  stage(db, 3);
  expect([takeTurns(db, OPEN).shown, shown(db)]).toEqual([['klein'], 3]);
});

test('two versions that were both rolled back do not take turns', () => {
  const db = aStoreWithTwo();
  writePackTurns(db, [turn(1, 'back'), turn(2, 'back')]);
  expect(takeTurns(db, OPEN).shown).toEqual(['klein']);
  expect([takeTurns(db, OPEN).shown, shown(db)]).toEqual([[], 1]);
});

test('nothing is taken back that somebody holds, or that has nothing before it', () => {
  const db = aStoreWithTwo();
  holdPack(db, 'klein', OPEN);
  writePackTurns(db, [turn(2, 'back')]);
  expect([isTurnOfAny(db), takeTurns(db, OPEN).shown, shown(db)]).toEqual([false, [], 2]);
  const bare = aStore('content');
  installPack(bare, aPackToInstall({ version: 1 }));
  writePackTurns(bare, [turn(1, 'back')]);
  expect([isTurnOfAny(bare), takeTurns(bare, OPEN).shown, shown(bare)]).toEqual([false, [], 1]);
});
