import { expect, onTestFinished, test } from 'vitest';
import type { AlertKind } from '../../../core/domain/alerts/alert.ts';
import { USUAL_RULES } from '../../../core/domain/alerts/alert-rules.ts';
import { judgeDevice } from '../../../core/domain/alerts/judge-device.ts';
import { deviceFacts } from '../../../server/alerts/device-facts.ts';
import { approveDevice, findDevice } from '../../../server/organisations/devices.ts';
import { addBranch, addLibrary } from '../../../server/organisations/libraries.ts';
import { openServerStore } from '../../../server/store/open-server-store.ts';
import type { DeviceRow } from '../../../server/store/tables.ts';
import { purge } from '../../../server/sync/purge.ts';
import { aDataFolder } from '../../builders/a-store.ts';

const NOW = new Date('2026-11-28T12:00:00Z');
const HOUR = 3_600_000;
const ID = '3f8a5d2e-6b1c-4f7a-9d3e-5c2b1a0f9e8d';
const ago = (days: number) => new Date(NOW.getTime() - days * 24 * HOUR).toISOString();

/** A device that enrolled so many days ago. `told`: of how many starts it told, how many days ago. */
async function aDevice(enrolled: number, told: readonly (readonly [days: number, starts: number])[]) {
  const store = await openServerStore({ data: aDataFolder() });
  onTestFinished(() => store.close());
  await addLibrary(store, 'delft', 'Delft', new Date(ago(90)));
  await addBranch(store, 'delft', 'hal', 'Hal');
  const row: Partial<DeviceRow> = { last_contact: told.length > 0 ? ago(told.at(-1)?.[0] ?? 0) : null };
  await store.db
    .insertInto('devices')
    .values({
      ...{ id: ID, library: 'delft', branch: 'hal', public_key: '', profile: 'kiosk', app_version: '0.1.0' },
      ...{ state: 'approved', enrolled_at: ago(enrolled), packs: '[]', last_seq: 0, ...row },
    })
    .execute();
  for (const [index, [days, starts]] of told.entries())
    await store.db
      .insertInto('batches')
      .values({
        device: ID,
        id: `${index}`,
        library: 'delft',
        received_at: ago(days),
        starts,
        incidents: '[]',
      })
      .execute();
  const judge = async (now = NOW, open: ReadonlySet<AlertKind> = new Set()) => {
    const device = (await findDevice(store, ID)) as DeviceRow;
    const facts = await deviceFacts(store, device, { hoursOf: () => [], away: [] }, open, now);
    return judgeDevice(facts, [], USUAL_RULES, now.getTime()).map(({ kind }) => kind);
  };
  return { store, judge };
}

test('a device that was away until its earlier contacts were purged is no crash-looping one', async () => {
  const { store, judge } = await aDevice(60, [
    [40, 1],
    [0, 40],
  ]);
  expect(await purge(store, NOW)).toMatchObject({ batches: 1 });
  expect(await judge()).toEqual([]);
});

test('what a device started while it waited for approval is spread over that time', async () => {
  const waited = await aDevice(10, [[0, 6]]);
  expect(await waited.judge()).toEqual([]);
  const fresh = await aDevice(1 / 24, [[0, 6]]);
  expect(await fresh.judge()).toEqual(['crash-looping']);
});

test('a crash-looping device that dies is warned of until it tells that it starts no more', async () => {
  const open = new Set(['crash-looping'] as const);
  const { store, judge } = await aDevice(10, [
    [9, 1],
    [8, 400],
  ]);
  const at = (days: number) => new Date(Date.parse(ago(8)) + days * 24 * HOUR);
  expect(await judge(at(2))).toEqual(['silent']);
  for (const days of [2, 29.5, 90]) expect(await judge(at(days), open)).toEqual(['silent', 'crash-looping']);
  // What it told is purged in portions: half of it says less.
  await store.db.deleteFrom('batches').execute();
  expect(await judge(at(90), open)).toEqual(['silent', 'crash-looping']);
  const again = {
    device: ID,
    id: 'again',
    library: 'delft',
    received_at: ago(0),
    starts: 1,
    incidents: '[]',
  };
  await store.db.insertInto('batches').values(again).execute();
  await store.db
    .updateTable('devices')
    .set({ last_contact: ago(0) })
    .execute();
  expect(await judge(NOW, open)).toEqual([]);
});

test('a device that waited for days is silent a day after its approval, and not before', async () => {
  const { store, judge } = await aDevice(3, []);
  await store.db.updateTable('devices').set({ state: 'waiting' }).execute();
  expect(await approveDevice(store, ID, undefined, NOW)).toBe(true);
  const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR);
  expect([await judge(later(23)), await judge(later(25))]).toEqual([[], ['silent']]);
});
