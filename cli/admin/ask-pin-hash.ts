import { faultOfPin } from '../../core/domain/pin.ts';
import { LEAST_DIGITS, MOST_DIGITS } from '../../core/domain/pin-digits.ts';
import { hashPin } from '../../trust/pin/hash-pin.ts';
import { CommandError } from '../command-error.ts';
import { openPassphrases } from '../keys/passphrases.ts';

const REFUSALS = {
  form: `A PIN has ${LEAST_DIGITS} to ${MOST_DIGITS} digits and nothing else. Nothing was changed.`,
  weak: 'This PIN is one of the first that anybody tries. Choose digits without a pattern. Nothing was changed.',
};

/** Asks for a PIN at the screen, or reads it from a file or the input, and gives its hash. Throws CommandError when it must not be one. */
export async function askPinHash(
  whose: string,
  file: string | boolean | undefined,
  pepper: Uint8Array,
): Promise<string> {
  const pins = openPassphrases(file, 'PIN');
  try {
    const pin = await pins.askNew(whose);
    const fault = faultOfPin(pin);
    if (fault !== undefined) throw new CommandError(REFUSALS[fault]);
    return await hashPin(pin, pepper);
  } finally {
    pins.close();
  }
}
