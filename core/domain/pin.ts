import { z } from 'zod';
import { LEAST_DIGITS, MOST_DIGITS } from './pin-digits.ts';

/** What can be a PIN: digits and nothing else, so that large keys on a screen are enough. */
export const Pin = z.string().regex(new RegExp(`^[0-9]{${LEAST_DIGITS},${MOST_DIGITS}}$`));
export type Pin = z.infer<typeof Pin>;

/** What everybody tries first besides the patterns: columns and corners of the keys, and numbers from school. */
const WELL_KNOWN = new Set([
  ...['147258', '258369', '147369', '159357', '357159', '147852', '963852', '741852'],
  ...['314159', '271828', '112358', '102030', '123654', '123789', '456123', '789456'],
]);

/**
 * Why a PIN must not be used; undefined when it may. `form`: not 6 to 12 digits. `weak`: one of the first that anybody tries: a few
 * digits again and again, steps of one or two up or down, the same with each digit twice, or well known.
 */
export function faultOfPin(pin: string): 'form' | 'weak' | undefined {
  if (!Pin.safeParse(pin).success) return 'form';
  const isWeak =
    [1, 2, 3, 4].some((length) => length * 2 <= pin.length && isRepeated(pin, length)) ||
    isStaircase(pin) ||
    isStaircase(withoutTwins(pin)) ||
    WELL_KNOWN.has(pin);
  return isWeak ? 'weak' : undefined;
}

function isRepeated(pin: string, length: number): boolean {
  return pin === pin.slice(0, length).repeat(pin.length).slice(0, pin.length);
}

/** Each digit is one or two above the one before, or below it; after 9 comes 0. */
function isStaircase(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10);
  return new Set(steps).size === 1 && [1, 2, 8, 9].includes(steps[0] ?? 0);
}

/** One of each two that are the same, where all digits come in twos; else the PIN itself. */
function withoutTwins(pin: string): string {
  const single = pin.replaceAll(/(\d)\1/g, '$1');
  return single.length * 2 === pin.length ? single : pin;
}
