import { existsSync } from 'node:fs';
import { backUp } from '../../server/store/back-up.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { whyNoCopy } from './why-no-copy.ts';
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
    const why = whyNoCopy(error);
    throw why === undefined ? error : new CommandError(why, 1);
  });
  console.log(
    `"${to}" is a whole copy of the server. There are keys in it: keep it where nobody else can read it.`,
  );
  return 0;
}
