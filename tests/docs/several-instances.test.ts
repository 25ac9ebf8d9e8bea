// What each of several instances has to have the same stands in one table: what a copy of a server holds, and what it is started with.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { SERVER_COMMANDS } from '../../cli/server/server-commands.ts';
import { LIBRARY_LISTS } from '../../server/reports/library-names.ts';
import { backUp } from '../../server/store/back-up.ts';
import { startOwnServer } from '../builders/a-server.ts';

const GUIDE = readFileSync(join(import.meta.dirname, '../../docs/server/running.md'), 'utf8');
const TABLE = (GUIDE.split('\n## Several instances\n')[1]?.split('\n## ')[0] ?? '')
  .split('\n')
  .flatMap((line) => /^\| ([^|]+)\|/.exec(line)?.[1] ?? [])
  .join();

/** The database itself, and the key that is in it where there are several instances. */
const OF_THE_DATABASE = ['server.db', 'server.key'];
/** The place of the database, which has a row, and what is of one instance alone. */
const OF_ONE = ['--data', '--database', '--port', '--host', '--with-kiosk'];

it('names all that a copy of a server holds', async () => {
  const server = await startOwnServer();
  onTestFinished(() => server.remove());
  for (const folder of ['repository', LIBRARY_LISTS])
    mkdirSync(join(server.data, folder), { recursive: true });
  const copy = join(server.data, 'copy');
  await backUp(server.store, copy, undefined);
  const held = readdirSync(copy).filter((name) => !OF_THE_DATABASE.includes(name));
  expect(held).toHaveLength(3);
  for (const name of held) expect(TABLE).toMatch(new RegExp(`\`${name}/?\``));
});

it('names all that a server is started with', () => {
  const options = SERVER_COMMANDS['serve']?.usage.match(/--[a-z-]+/g) ?? [];
  expect(options).toEqual(expect.arrayContaining(OF_ONE));
  for (const option of options.filter((each) => !OF_ONE.includes(each)))
    expect(TABLE).toMatch(new RegExp(`\`${option}[ \`]`));
});
