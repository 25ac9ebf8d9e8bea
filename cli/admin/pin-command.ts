import { faultOfPin } from '../../core/domain/pin.ts';
import { LEAST_DIGITS, MOST_DIGITS } from '../../core/domain/pin-digits.ts';
import { writeAdminPin } from '../../db/ops/admin-pin.ts';
import { recordAct } from '../../db/ops/audit.ts';
import { hashPin } from '../../trust/pin/hash-pin.ts';
import { makePepper } from '../../trust/pin/pepper.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { storeError } from '../content/open-content-store.ts';
import { openPassphrases } from '../keys/passphrases.ts';
import { openOpsStore } from './open-ops-store.ts';

const REFUSALS = {
  form: `A PIN has ${LEAST_DIGITS} to ${MOST_DIGITS} digits and nothing else. Nothing was changed.`,
  weak: 'This PIN is one of the first that anybody tries. Choose digits without a pattern. Nothing was changed.',
};

/**
 * `balie admin pin --data DIR [--pin-file FILE]`: sets the PIN of the admin of a kiosk, or replaces one that is lost; a lock-out
 * ends. Asked at the screen, or read from the file or the input. It works while the kiosk runs.
 */
export async function pinCommand(args: string[]): Promise<number> {
  const { options } = readArguments(args, [], { data: 'string', 'pin-file': 'string', migrations: 'string' });
  const dataDir = String(options['data']);
  const db = openOpsStore(options['data'], options['migrations']);
  const pins = openPassphrases(options['pin-file'], 'PIN');
  try {
    const pin = await pins.askNew('the admin of this kiosk');
    const fault = faultOfPin(pin);
    if (fault !== undefined) throw new CommandError(REFUSALS[fault]);
    const hash = await hashPin(pin, makePepper(dataDir));
    db.transaction(() => {
      writeAdminPin(db, hash);
      recordAct(db, { at: new Date().toISOString(), act: 'pin-set', detail: '' });
    }).immediate();
    console.log('The PIN is set. Only this kiosk knows it; write it down where visitors do not come.');
    return 0;
  } catch (error) {
    throw error instanceof CommandError ? error : storeError(error);
  } finally {
    pins.close();
    db.close();
  }
}
