import { recordAct } from '../../db/ops/audit.ts';
import { DEVICE_ADMIN, writePin } from '../../db/ops/pins.ts';
import { makePepper } from '../../trust/pin/pepper.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { storeError } from '../content/open-content-store.ts';
import { askPinHash } from './ask-pin-hash.ts';
import { openOpsStore } from './open-ops-store.ts';

/**
 * `balie admin pin --data DIR [--pin-file FILE]`: sets the PIN of the admin of a kiosk, or replaces one that is lost; a lock-out
 * ends. Asked at the screen, or read from the file or the input. It works while the kiosk runs.
 */
export async function pinCommand(args: string[]): Promise<number> {
  const { options } = readArguments(args, [], { data: 'string', 'pin-file': 'string', migrations: 'string' });
  const db = openOpsStore(options['data'], options['migrations']);
  try {
    const pepper = makePepper(String(options['data']));
    const hash = await askPinHash('the admin of this kiosk', options['pin-file'], pepper);
    db.transaction(() => {
      const done = {
        at: new Date().toISOString(),
        act: 'pin-set',
        person: DEVICE_ADMIN,
        detail: '',
      } as const;
      recordAct(db, done, pepper);
      writePin(db, DEVICE_ADMIN, hash);
    }).immediate();
    console.log('The PIN is set. Only this kiosk knows it; write it down where visitors do not come.');
    return 0;
  } catch (error) {
    throw error instanceof CommandError ? error : storeError(error);
  } finally {
    db.close();
  }
}
