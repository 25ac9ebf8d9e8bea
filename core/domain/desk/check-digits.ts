/** Is a text of nine digits a BSN? By the eleven-proof: 9, 8, … 2 times the digits and minus the last one is a multiple of 11. */
export function isBsn(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || /^0+$/.test(digits)) return false;
  const sum = [...digits].reduce(
    (total, digit, place) => total + Number(digit) * (place === 8 ? -1 : 9 - place),
    0,
  );
  return sum % 11 === 0;
}

/** How long an IBAN is, by country (the registry of ISO 13616); of countries whose banks people here use. */
const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  ...{ AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18, FR: 27 },
  ...{ GB: 22, GR: 27, HR: 21, HU: 28, IE: 22, IS: 26, IT: 27, LI: 21, LT: 20, LU: 20, LV: 21, MC: 27 },
  ...{ MT: 31, NL: 18, NO: 15, PL: 28, PT: 25, RO: 24, SE: 24, SI: 19, SK: 24, SM: 27, TR: 26, UA: 29 },
};

/** Does a text, of capitals and digits, begin with an IBAN? By its length, and by the check of ISO 7064: the rest of 97 is 1. */
export function isIban(text: string): boolean {
  const length = IBAN_LENGTHS[text.slice(0, 2)];
  const iban = text.slice(0, length ?? 0);
  if (length === undefined || iban.length < length || !/^[A-Z]{2}\d{2}[A-Z\d]+$/.test(iban)) return false;
  const moved = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const sign of moved) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
