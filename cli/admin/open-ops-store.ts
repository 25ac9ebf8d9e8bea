import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { WriteDb } from '../../db/open.ts';
import { openStore } from '../../db/open-store.ts';
import { recordLost } from '../../db/ops/audit.ts';
import { hasWholeCopy } from '../../db/ops/copies.ts';
import { OPS_OPTIONS } from '../../db/ops/ops-options.ts';
import { sealOnce } from '../../db/ops/seal-once.ts';
import { makePepper, readPepper } from '../../trust/pin/pepper.ts';
import { CommandError } from '../command-error.ts';
import { storeError } from '../content/open-content-store.ts';
import { BUILT_MIGRATIONS, makeDataFolder, refuseOtherAccount, unopened } from '../data-folder.ts';

/**
 * The ops store of a data folder, which is made when it is not there. Throws CommandError when `--data` is missing or belongs to another account, when the store
 * cannot be opened, and when it is gone while a copy of it waits to be brought back.
 */
export function openOpsStore(
  data: string | boolean | undefined,
  migrations: string | boolean | undefined = BUILT_MIGRATIONS,
): WriteDb {
  const folder = makeDataFolder(data);
  refuseOtherAccount(folder);
  const file = join(folder, 'ops.db');
  const isNew = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;
  if (isNew && hasWholeCopy(join(folder, 'copies')))
    throw new CommandError(
      `The store in "${folder}" is gone, and a copy of it is there. Start the kiosk once: it brings the copy back.`,
      1,
    );
  const opened = openStore(file, join(String(migrations), 'ops'), {
    ...OPS_OPTIONS,
    proveSound: false,
  });
  if (opened.db === undefined) throw unopened(folder, opened.fault);
  try {
    sealOnce(opened.db, folder, makePepper);
    if (isNew) recordLost(opened.db, new Date().toISOString(), readPepper(folder));
    return opened.db;
  } catch (error) {
    opened.db.close();
    throw storeError(error);
  }
}
