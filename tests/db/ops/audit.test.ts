import { expect, test } from 'vitest';
import { listActs, MOST_AUDITED, recordAct } from '../../../db/ops/audit.ts';
import { aStore } from '../../builders/a-store.ts';

const at = '2026-11-26T20:00:00.000Z';

test('what was done is there, the last first, and so much of it as is asked for', () => {
  const ops = aStore('ops');
  recordAct(ops, { at, act: 'signed-in', detail: '' });
  recordAct(ops, { at, act: 'installed', detail: 'zelfredzaam 3' });
  expect(listActs(ops, 10)).toEqual([
    { at, act: 'installed', detail: 'zelfredzaam 3' },
    { at, act: 'signed-in', detail: '' },
  ]);
  expect(listActs(ops, 1)).toHaveLength(1);
});

test('the newest are kept: whoever goes on for years fills no disk', () => {
  const ops = aStore('ops');
  ops.pragma('synchronous = OFF');
  for (let done = 0; done < MOST_AUDITED + 5; done++)
    recordAct(ops, { at, act: 'looked', detail: String(done) });
  const all = listActs(ops, 10_000);
  expect(all).toHaveLength(MOST_AUDITED);
  expect(all.at(-1)?.detail).toBe('5');
});
