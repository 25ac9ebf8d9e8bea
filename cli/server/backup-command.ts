import { existsSync } from 'node:fs';
import { backUp } from '../../server/store/back-up.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { whyNoDump } from './why-no-dump.ts';
import { STORE_OPTIONS, storePlaceFrom, withServerStore } from './with-server-store.ts';

/** `balie server backup DIR --data DIR [--database postgres://…]`: a whole copy of a server in a new folder, while it runs. */
export async function backupCommand(args: string[]): Promise<number> {
  const read = readArguments(args, ['DIR'], STORE_OPTIONS);
  const to = String(read.positions[0]);
  for (const taken of [to, `${to}.part`])
    if (existsSync(taken))
      throw new CommandError(`"${taken}" is there already. Name a new folder, or take that one away.`, 1);
  const { database } = storePlaceFrom(read);
  await withServerStore(read, (store) => backUp(store, to, database)).catch((error: unknown) => {
    const { code, message, stderr } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === 'ENOENT' && database !== undefined)
      throw new CommandError(
        'pg_dump is not there. Install the client of your PostgreSQL (postgresql-client).',
        1,
      );
    if (typeof stderr === 'string' && stderr !== '') throw new CommandError(whyNoDump(stderr), 1);
    if (typeof code === 'string')
      throw new CommandError(
        `The copy was not finished: ${message}. Make room, and take "${to}.part" away.`,
        1,
      );
    throw error;
  });
  console.log(
    `"${to}" is a whole copy of the server. There are keys in it: keep it where nobody else can read it.`,
  );
  return 0;
}
