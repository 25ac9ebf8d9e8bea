import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrateServer } from '../../server/store/migrate.ts';
import { SERVER_MIGRATIONS } from '../../server/store/migrations/server-migrations.ts';
import { openServerStore } from '../../server/store/open-server-store.ts';

it('refuses a store that a newer server made, or whose steps were changed, and leaves it as it was', async () => {
  const data = mkdtempSync(join(tmpdir(), 'balie-server-'));
  const { db, kind, close } = await openServerStore({ data });
  const older = SERVER_MIGRATIONS.slice(0, 1);
  await expect(migrateServer(db, kind, older)).rejects.toThrow('which this version does not know');
  const changed = SERVER_MIGRATIONS.map((each) => ({
    ...each,
    statements: [...each.statements, 'SELECT 1'],
  }));
  await expect(migrateServer(db, kind, changed)).rejects.toThrow('another migration "0001-organisations"');
  const broken = [
    ...SERVER_MIGRATIONS,
    { name: '0003-broken', statements: ['CREATE TABLE a (x TEXT)', 'NONSENSE'] },
  ];
  await expect(migrateServer(db, kind, broken)).rejects.toThrow('syntax error');
  await migrateServer(db, kind);
  const tables = await db.introspection.getTables();
  expect(tables.map(({ name }) => name)).not.toContain('a');
  await close();
  rmSync(data, { recursive: true, force: true });
});
