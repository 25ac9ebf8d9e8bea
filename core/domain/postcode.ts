/** A Dutch postcode in its stored form, 1234AB. Postcodes do not start with 0, and SA, SD and SS are not given out. */
export function isPostcode(text: string): boolean {
  return /^[1-9]\d{3}(?!SA|SD|SS)[A-Z]{2}$/.test(text);
}

/** The lowest and the highest figures that a postcode can have. */
export const POSTCODE_FIGURES = [1000, 9999] as const;

/** Four figures and two capitals by themselves. Nothing else is written so in Dutch or English. */
const LIKE_POSTCODE = /(?<![\p{L}\d.,-])\d{4}[ \u00a0]?[A-Z]{2}(?![\p{L}\d])/gu;

/** What is written as a postcode in running text and cannot be one, first to last. */
export function badPostcodesIn(text: string): string[] {
  return (text.match(LIKE_POSTCODE) ?? []).filter((found) => !isPostcode(found.replace(/[ \u00a0]/, '')));
}
