import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listIncidents } from '../../../db/ops/incidents.ts';
import { recordTroubles } from '../../../electron/stores/record-troubles.ts';
import { aLog } from '../../builders/a-log.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';

const NOW = new Date('2026-11-24T09:00:00Z');

function aKiosk() {
  const dataDir = aDataFolder();
  const ops = aStore('ops', join(dataDir, 'ops.db'));
  const log = aLog();
  const places = { dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined };
  const record = (now = NOW, ...troubles: ['disk-full' | 'pack-broken', string][]) =>
    recordTroubles(ops, new Map(troubles), { places, now, log });
  return { dataDir, ops, log, record };
}

test('what went wrong is written down with its time and why', () => {
  const { ops, record } = aKiosk();
  record(NOW, ['disk-full', 'no room'], ['pack-broken', '3 errors']);
  expect(listIncidents(ops)).toEqual([
    { at: '2026-11-24T09:00:00.000Z', code: 'pack-broken', detail: '3 errors' },
    { at: '2026-11-24T09:00:00.000Z', code: 'disk-full', detail: 'no room' },
  ]);
});

test('the store is copied at once, and again when the copy is more than a day old', () => {
  const { dataDir, record } = aKiosk();
  const copies = () => readdirSync(join(dataDir, 'copies')).filter((name) => name.endsWith('.db'));
  record();
  const written = new Date(NOW.getTime() - 3_600_000);
  utimesSync(join(dataDir, 'copies', 'ops-1.db'), written, written);
  record();
  expect(copies()).toEqual(['ops-1.db']);
  record(new Date(NOW.getTime() + 86_400_000));
  expect(copies().sort()).toEqual(['ops-1.db', 'ops-2.db']);
});

test('a store that cannot be written is logged and stops nothing', () => {
  const { ops, log, record } = aKiosk();
  ops.pragma('query_only = ON');
  record(NOW, ['disk-full', 'no room']);
  expect(log.codes()).toEqual(['ops-not-written']);
});
