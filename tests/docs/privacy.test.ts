// The record of processing tells of everything that is kept: every table of both stores belongs to one of its rows.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { migrate, readMigrations } from '../../db/migrate.ts';
import { openForReading, openInMemory, type ReadDb } from '../../db/open.ts';
import { openServerStore } from '../../server/store/open-server-store.ts';
import { aDataFolder } from '../builders/a-store.ts';

const ROOT = join(import.meta.dirname, '../..');
const RECORD = readFileSync(join(ROOT, 'docs/privacy.md'), 'utf8').split('| Processing ')[1] ?? '';
const rows = RECORD.split('\n').flatMap((line) => /^\| ([A-Z][^|]+?) +\|/.exec(line)?.[1] ?? []);

/** At a device. `migrations` says which steps of the schema were taken. */
const AT_A_DEVICE: Readonly<Record<string, readonly string[]>> = {
  'Counting use': ['empty_searches', 'flow_counts', 'outbox', 'tickets'],
  'Looking after devices': ['enrolment', 'incidents', 'versions_shown', 'migrations'],
  'Working at a device': ['people', 'pins', 'audit', 'audit_head'],
  'Writing down what the desk helps with': [
    ...['desk_questions', 'desk_changes', 'desk_notes', 'passed_on', 'question_counts', 'publications'],
    'revision_floor',
    'months_over',
  ],
  'Handing over to a partner': ['handovers', 'handover_said'],
  'Keeping agreements with partners': ['partners'],
};
const AT_THE_SERVER: Readonly<Record<string, readonly string[]>> = {
  'Counting use': ['batches', 'items', 'quarantine', 'counts', 'use_told'],
  'Looking after devices': [
    ...[
      'libraries',
      'branches',
      'branch_hours',
      'devices',
      'enrolment_codes',
      'turns',
      'times_away',
      'server_keys',
    ],
    ...['rollouts', 'rollout_devices', 'plan_numbers', 'versions_seen', 'migrations'],
  ],
  'Signing in to the administration': [
    ...['accounts', 'invitations', 'oidc_sign_ins', 'passkeys', 'passkey_challenges', 'recovery_codes'],
    ...['sessions', 'sign_in_tries', 'audit'],
  ],
  'Working at a device': ['staff', 'staff_left'],
  'Writing down what the desk helps with': ['questions', 'question_counts', 'publications', 'told_before'],
  'Handing over to a partner': ['handovers', 'handovers_forgotten'],
  'Keeping agreements with partners': ['partners'],
  'Keeping the directory right': ['directory_services'],
  'Publishing content': ['publishers'],
  'Warning of trouble': ['alerts', 'alert_messages'],
};

function tablesOf(db: ReadDb): string[] {
  return db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all()
    .sort();
}

it('has a row for every table of a device', () => {
  const db = openInMemory(undefined);
  migrate(db, readMigrations(join(ROOT, 'db/migrations/ops')));
  expect(Object.values(AT_A_DEVICE).flat().sort()).toEqual(tablesOf(db));
  expect(Object.keys(AT_A_DEVICE).filter((row) => !rows.includes(row))).toEqual([]);
});

it('has a row for every table of the server', async () => {
  const data = aDataFolder();
  const store = await openServerStore({ data });
  await store.close();
  const db = openForReading(join(data, 'server.db'));
  onTestFinished(() => void db.close());
  expect(Object.values(AT_THE_SERVER).flat().sort()).toEqual(tablesOf(db));
  expect(Object.keys(AT_THE_SERVER).filter((row) => !rows.includes(row))).toEqual([]);
});
