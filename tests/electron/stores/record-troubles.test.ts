import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listIncidents } from '../../../db/ops/incidents.ts';
import { recordTroubles } from '../../../electron/stores/record-troubles.ts';
import { aLog } from '../../builders/a-log.ts';
import { aDataFolder, aStore } from '../../builders/a-store.ts';

const NOW = new Date('2026-11-24T09:00:00Z');

function aKiosk() {
  const ops = aStore('ops', join(aDataFolder(), 'ops.db'));
  const log = aLog();
  const record = (now = NOW, ...troubles: ['disk-full' | 'pack-broken', string][]) =>
    recordTroubles(ops, new Map(troubles), { now, log });
  return { ops, log, record };
}

test('what went wrong is written down with its time and why', () => {
  const { ops, record } = aKiosk();
  record(NOW, ['disk-full', 'no room'], ['pack-broken', '3 errors']);
  expect(listIncidents(ops)).toEqual([
    { at: '2026-11-24T09:00:00.000Z', code: 'pack-broken', detail: '3 errors' },
    { at: '2026-11-24T09:00:00.000Z', code: 'disk-full', detail: 'no room' },
  ]);
});

test('a store that cannot be written is logged and stops nothing', () => {
  const { ops, log, record } = aKiosk();
  ops.pragma('query_only = ON');
  record(NOW, ['disk-full', 'no room']);
  expect(log.codes()).toEqual(['ops-not-written']);
});
