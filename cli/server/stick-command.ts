import { takeStick } from '../../server/sticks/take-stick.ts';
import { openServerKey } from '../../server/store/server-key.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { STORE_OPTIONS, withServerStore } from './with-server-store.ts';

/**
 * `balie server stick FOLDER --data DIR`: takes in what kiosks wrote onto a stick, and writes the signed answers beside it. It ends with
 * 1 when something on it could not be taken in; the rest was. It works while the server runs.
 */
export async function stickCommand(args: string[]): Promise<number> {
  const read = readArguments(args, ['FOLDER'], STORE_OPTIONS);
  const stick = String(read.positions[0]);
  const outcomes = await withServerStore(read, async (store) =>
    takeStick(store, await openServerKey(store), stick, () => new Date()).catch((error: unknown) => {
      const { code, path } = error as NodeJS.ErrnoException;
      if (path !== stick) throw error;
      throw new CommandError(`"${stick}" cannot be read (${code}). Is the stick in?`, 1);
    }),
  );
  if (outcomes.length === 0)
    throw new CommandError(
      `There is no BATCH.json on "${stick}". Write it at the kiosk: balie outbox export.`,
      1,
    );
  let status = 0;
  for (const outcome of outcomes) {
    if ('problem' in outcome) {
      console.error(`${outcome.folder}: ${outcome.problem}`);
      status = 1;
    } else
      console.log(
        `${outcome.folder}: ${outcome.items} items are at the server, ${outcome.fresh} of them new. Bring the answer back to the kiosk.`,
      );
  }
  return status;
}
