import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { HandoverAnswer } from '../../../../core/contract/sync/handovers.ts';
import type { HandoverState } from '../../../../core/domain/desk/handover.ts';
import { eachLine } from '../../../../db/ops/audit.ts';
import { type SealedPlace, sayOfHandover, writeHandover } from '../../../../db/ops/handovers/handovers.ts';
import { takeHandoverAnswer } from '../../../../db/ops/handovers/report.ts';
import { verifyAudit } from '../../../../db/ops/verify-audit.ts';
import { aStore, everyRow } from '../../../builders/a-store.ts';

const KEY = new Uint8Array(32).fill(7);
const by = { now: new Date('2026-11-26T13:37:42Z'), key: KEY, person: 'colleague-1' };
const PARTNER = { partner: 'wijkteam', partner_name: 'Wijkteam (fictional)' };

function aDesk() {
  const db = aStore('ops');
  const give = (code: string) => {
    const id = randomUUID();
    writeHandover(db, { id, code, ...PARTNER, sealed: true }, by);
    return id;
  };
  const lines = () => [...eachLine(db)].map(({ at, act, person, detail }) => [at, act, person, detail]);
  const hear = (id: string, state: HandoverState, sealed: Exclude<SealedPlace, 'here'>) =>
    takeHandoverAnswer(
      db,
      {
        ...{ device: randomUUID(), report: randomUUID(), partners: [], refused: [] },
        handovers: [{ id, state, sealed, said: 0 }],
      } as unknown as HandoverAnswer,
      by,
    );
  return { db, give, lines, hear };
}

const HOUR = '2026-11-26T13:00:00Z';

it('writes down who gave and withdrew a handover, by its first letters and the hour, and nothing of what it was', () => {
  const { db, give, lines } = aDesk();
  const id = give('ABCDEFGHJ');
  expect(sayOfHandover(db, id, 'called', by)).toBe(true);
  expect(sayOfHandover(db, id, 'withdrawn', by)).toBe(true);
  expect(lines()).toEqual([
    [HOUR, 'handover-given', 'colleague-1', id.slice(0, 8)],
    [HOUR, 'handover-withdrawn', 'colleague-1', id.slice(0, 8)],
  ]);
  const { audit } = everyRow(db);
  for (const kept of ['ABCDEFGHJ', 'wijkteam', 'fictional'])
    expect(JSON.stringify(audit)).not.toContain(kept);
  expect(verifyAudit(db, KEY).faults).toEqual([]);
});

it('writes nothing when nothing was done', () => {
  const { db, give, lines } = aDesk();
  const id = give('ABCDEFGHJ');
  // The code was given before.
  expect(() => give('ABCDEFGHJ')).toThrow('UNIQUE');
  expect(sayOfHandover(db, id, 'done', by)).toBe(false);
  expect(sayOfHandover(db, randomUUID(), 'withdrawn', by)).toBe(false);
  expect(lines()).toHaveLength(1);
});

it('writes once that the partner fetched, of nobody at this device', () => {
  const { give, lines, hear } = aDesk();
  const id = give('ABCDEFGHJ');
  hear(id, 'given', 'waiting');
  expect(lines()).toHaveLength(1);
  hear(id, 'accepted', 'delivered');
  hear(id, 'done', 'delivered');
  expect(lines().slice(1)).toEqual([[HOUR, 'handover-delivered', null, id.slice(0, 8)]]);
});
