import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addBranch, addLibrary } from '../../server/organisations/libraries.ts';
import { migrateServer } from '../../server/store/migrate.ts';
import { USE_TOLD } from '../../server/store/migrations/0017-use-told.ts';
import { COUNT_PLACES } from '../../server/store/migrations/0028-count-places.ts';
import { SERVER_MIGRATIONS } from '../../server/store/migrations/server-migrations.ts';
import { openServerStore, type ServerStore } from '../../server/store/open-server-store.ts';
import { aQuestion } from '../core/domain/desk/a-question.ts';

/** Rows that are of no library, and what they are. Whoever adds a table gives it a library, or says here why not. */
const OF_NO_LIBRARY: Readonly<Record<string, string>> = {
  libraries: 'is a library: its id says which',
  migrations: 'steps of the schema',
  oidc_sign_ins: 'a browser that went to sign in: of whom is not known yet',
  passkey_challenges: 'a question to a passkey: of whom is not known yet',
  server_keys: 'the server itself',
  sign_in_tries: 'a name that was tried, whether there is such an account or not',
  times_away: 'the server itself',
  turns: 'which instance does a chore',
};

/** The schema of a server, whatever the store. */
export function describeMigrations(name: string, database: () => Promise<string | undefined>): void {
  describe(name, () => {
    let data: string;
    let store: ServerStore;
    beforeAll(async () => {
      data = mkdtempSync(join(tmpdir(), 'balie-server-'));
      store = await openServerStore({ data, database: await database() });
    });
    afterAll(async () => {
      await store.close();
      rmSync(data, { recursive: true, force: true });
    });
    const tables = async () => store.db.introspection.getTables();

    it('says of every row of which library it is, but for what is of none', async () => {
      const without = (await tables())
        .filter(({ columns }) => !columns.some((column) => column.name === 'library'))
        .map((table) => table.name);
      expect(without.sort()).toEqual(Object.keys(OF_NO_LIBRARY).sort());
    });

    it('refuses a store that a newer server made, or whose steps were changed, and leaves it as it was', async () => {
      const { db, kind } = store;
      const before = (await tables()).map((table) => table.name);
      const older = SERVER_MIGRATIONS.slice(0, 1);
      await expect(migrateServer(db, kind, older)).rejects.toThrow('which this version does not know');
      const changed = SERVER_MIGRATIONS.map((each) => ({
        ...each,
        statements: [...each.statements, 'SELECT 1'],
      }));
      await expect(migrateServer(db, kind, changed)).rejects.toThrow(
        'another migration "0001-organisations"',
      );
      const broken = [
        ...SERVER_MIGRATIONS,
        { name: '0099-broken', statements: ['CREATE TABLE a (x TEXT)', 'NONSENSE'] },
      ];
      await expect(migrateServer(db, kind, broken)).rejects.toThrow('syntax error');
      await migrateServer(db, kind);
      expect((await tables()).map((table) => table.name)).toEqual(before);
    });

    it('takes the use of months that an older server told of for told', async () => {
      const { db } = store;
      await addLibrary(store, 'delft', 'Delft', new Date());
      const of = { library: 'delft', branch: 'hal', type: 'printed', body: '{"paper":"slip"}' };
      const counts = ['2026-09-30T22:00:00Z', '2026-10-31T23:00:00Z', '2026-11-01T00:00:00Z'];
      await db
        .insertInto('counts')
        .values(counts.map((hour, n) => ({ ...of, hour, number: 10 ** n })))
        .execute();
      const made_at = '2026-11-08T10:00:00Z';
      await db
        .insertInto('publications')
        .values({ library: 'delft', month: '2026-10', made_at, told: '{}' })
        .execute();
      const [, taken] = USE_TOLD.statements;
      await sql.raw(String(taken)).execute(db);
      expect(await db.selectFrom('use_told').selectAll().execute()).toEqual([
        { library: 'delft', type: 'printed', body: of.body, number: 11 },
      ]);
    });

    it('counts where the questions were that an older server has', async () => {
      const { db, kind } = store;
      await addLibrary(store, 'gouda', 'Gouda', new Date());
      await addBranch(store, 'gouda', 'hal', 'Hal');
      const device = { id: 'balie-gouda', library: 'gouda', branch: 'hal', public_key: '{}' };
      await db
        .insertInto('devices')
        .values({
          ...{
            ...device,
            profile: 'desk',
            state: 'approved',
            app_version: '0.1.0',
            packs: '[]',
            packs_none_since: null,
            last_seq: 0,
          },
          ...{ enrolled_at: '2026-10-01T10:00:00Z', approved_at: null, last_contact: null },
          ...{ clock_skew_ms: null, backlog: null, free_bytes: null, health_seq: null },
          ...{ purged_seq: null, purged_hour: null, replaces: null },
        })
        .execute();
      const of = { device: device.id, library: 'gouda', branch: 'hal', logged: '2026-10-20T14', revision: 1 };
      const asked = ['balie', 'balie', null, undefined].map((place, n) => ({
        ...{ ...of, id: `${n}`, month: '2026-10', received_at: '2026-10-20T14:05:00.000Z' },
        // The last one was taken back.
        body: place === undefined ? null : JSON.stringify(aQuestion({ place })),
      }));
      await db.insertInto('questions').values(asked).execute();
      for (const statement of COUNT_PLACES.statements)
        await sql.raw(typeof statement === 'string' ? statement : String(statement[kind])).execute(db);
      const counted = db
        .selectFrom('question_counts')
        .select(['month', 'variable', 'value', 'number'])
        .where('library', '=', 'gouda')
        .orderBy('value');
      expect((await counted.execute()).map((row) => ({ ...row, number: Number(row.number) }))).toEqual([
        { month: '2026-10', variable: 'place', value: '-', number: 1 },
        { month: '2026-10', variable: 'place', value: 'balie', number: 2 },
      ]);
    });
  });
}
