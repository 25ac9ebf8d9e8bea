import { printable } from '../../server/store/printable.ts';
import { judgeAgain, listSetAside } from '../../server/sync/set-aside-items.ts';
import { readArguments } from '../arguments.ts';
import { STORE_OPTIONS, withServerStore } from './with-server-store.ts';

/**
 * `balie server quarantine list [--again] --data DIR`: what devices sent and the server set aside, one line for each. With `--again` what
 * was not understood is judged once more first, after an upgrade. It may run beside a server.
 */
export async function listQuarantineCommand(args: string[]): Promise<number> {
  const read = readArguments(args, [], { ...STORE_OPTIONS, again: 'boolean' });
  const again = read.options['again'] === true;
  const { counted, rows } = await withServerStore(read, async (store) => ({
    counted: again ? await judgeAgain(store, new Date()) : 0,
    rows: await listSetAside(store),
  }));
  if (again) console.log(`Understood now, and counted: ${counted} items.`);
  if (rows.length === 0) console.log('Nothing is set aside.');
  for (const { library, device, why, received_at, item } of rows)
    console.log([received_at, library, device, why, printable(item)].join('  '));
  return 0;
}
