/** So many digits of a device's id tell it from the others of a library. */
const DIGITS = 8;

/** The digits of a device's id by which people know it, in lists and messages alike. */
export function deviceDigits(id: string): string {
  return id.slice(0, DIGITS);
}
