/** A Dutch postcode in its stored form, 1234AB. Postcodes do not start with 0, and SA, SD and SS are not given out. */
export function isPostcode(text: string): boolean {
  return /^[1-9]\d{3}(?!SA|SD|SS)[A-Z]{2}$/.test(text);
}

/** The lowest and the highest figures that a postcode can have. */
export const POSTCODE_FIGURES = [1000, 9999] as const;

/** Four figures and two capitals by themselves. Nothing else is written so in Dutch or English. */
const LIKE_POSTCODE = /(?<![\p{L}\d.,-])\d{4}[ \u00a0]?[A-Z]{2}(?![\p{L}\d])/gu;

/** A figure too many, before the name of a place: elsewhere it is more likely the number of a form. */
const TOO_LONG = /(?<![\p{L}\d.,-])\d{5}[ \u00a0]?[A-Z]{2}(?=[ \u00a0]{1,2}\p{Lu}\p{Ll})/gu;

/** Small letters, before the name of a place, and no short word: "2015 in Utrecht". */
const SMALL_LETTERS =
  /(?<![\p{L}\d.,-])[1-9]\d{3}[ \u00a0]?(?!(?:al|an|as|at|be|by|da|de|do|en|er|ga|go|he|if|ik|in|is|it|je|ja|km|me|my|na|nu|of|om|on|op|or|re|so|te|to|up|us|uw|we|wo|ze|zo)\s)[a-z]{2}(?=[ \u00a0]{1,2}\p{Lu}\p{Ll})/gu;

/** What is written as a postcode in running text and cannot be one, first to last. */
export function badPostcodesIn(text: string): string[] {
  return [
    ...[...text.matchAll(LIKE_POSTCODE)].filter(([found]) => !isPostcode(found.replace(/[ \u00a0]/, ''))),
    ...text.matchAll(TOO_LONG),
    ...text.matchAll(SMALL_LETTERS),
  ]
    .sort((one, other) => one.index - other.index)
    .map(([found]) => found);
}
