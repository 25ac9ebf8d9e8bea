import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type CompiledQuery, Kysely, SqliteDialect } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import type { Tables } from '../../../server/store/tables.ts';
import { judgeAgain } from '../../../server/sync/set-aside-items.ts';
import { startOwnServer } from '../../builders/a-server.ts';
import { aQuestion } from '../../core/domain/desk/a-question.ts';

it('counts what is judged again of a device in one statement and one order, as batches do', async () => {
  const server = await startOwnServer();
  const ran: CompiledQuery[] = [];
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: new Database(join(server.data, 'server.db')) }),
    log: ({ query }) => void ran.push(query),
  });
  onTestFinished(async () => {
    await db.destroy();
    await server.remove();
  });
  const device = await server.approved();
  const languages = ['uk', 'ar', 'tr', 'en'];
  const items = languages.map((language) => device.item({ body: { language } }));
  const question = device.item({ type: 'question', body: aQuestion() });
  const twin = { ...device.item({ body: { language: 'pl' } }), id: items[0]?.id ?? '' };
  await server.store.db
    .insertInto('quarantine')
    .values(
      [...items, question, question, twin].map((item, index) => ({
        ...{ device: device.id(), id: item.id, sha256: `${index}`, library: 'delft' },
        ...{ why: 'not-understood', item: JSON.stringify(item), received_at: '2026-11-27T14:00:00.000Z' },
      })),
    )
    .execute();
  expect(await judgeAgain({ ...server.store, db }, new Date('2026-11-28T10:00:00Z'))).toBe(5);
  const into = (table: string) => ran.filter(({ sql }) => sql.startsWith(`INSERT INTO ${table} `));
  expect([into('counts').length, into('questions').length]).toEqual([1, 1]);
  const bodies = into('counts')[0]?.parameters.filter((value) => String(value).startsWith('{'));
  expect(bodies).toEqual(['ar', 'en', 'tr', 'uk'].map((language) => JSON.stringify({ language })));
  expect(await server.total()).toBe(4);
  // What was counted under its id meanwhile stays aside.
  const left = await server.store.db.selectFrom('quarantine').select('sha256').orderBy('sha256').execute();
  expect(left.map(({ sha256 }) => sha256)).toEqual(['5', '6']);
});
