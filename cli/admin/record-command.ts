import { type Act, recordAct } from '../../db/ops/audit.ts';
import { DEVICE_ADMIN } from '../../db/ops/pins.ts';
import { makePepper } from '../../trust/pin/pepper.ts';
import { CommandError } from '../command-error.ts';
import { storeError } from '../content/open-content-store.ts';
import { openOpsStore } from './open-ops-store.ts';

/** Whose log: the data folder of a device, and its migrations where they are not those of the build. */
type Where = Readonly<Record<'data' | 'migrations', string | boolean | undefined>>;

/**
 * Writes into the log of a device that a command did something that its admin could have done at the screen. `detail`: with what.
 * Throws CommandError when the log cannot be written: what is to be logged is not done then.
 */
export function recordCommand({ data, migrations }: Where, act: Act, detail: string): void {
  const db = openOpsStore(data, migrations);
  try {
    const done = { at: new Date().toISOString(), act, person: DEVICE_ADMIN, detail };
    recordAct(db, done, makePepper(String(data)));
  } catch (error) {
    throw error instanceof CommandError ? error : storeError(error);
  } finally {
    db.close();
  }
}
