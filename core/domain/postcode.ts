/** A Dutch postcode in its stored form, 1234AB. Postcodes do not start with 0, and SA, SD and SS are not given out. */
export function isPostcode(text: string): boolean {
  return /^[1-9]\d{3}(?!SA|SD|SS)[A-Z]{2}$/.test(text);
}

/** The lowest and the highest figures that a postcode can have. */
export const POSTCODE_FIGURES = [1000, 9999] as const;

/** Four figures and two capitals by themselves. Nothing else is written so in Dutch or English. */
const LIKE_POSTCODE = /(?<![\p{L}\d.,-])\d{4}[ \u00a0]?[A-Z]{2}(?![\p{L}\d])/gu;

/** A figure too many, before the name of a place: elsewhere it is more likely the number of a form, or one to call. */
const TOO_LONG =
  /(?<![\p{L}\d.,-]|(?<!\p{L})(?:[Ff]ormulier|[Ff]orm|[Nn]ummer|[Nn]umber|[Vv]ersie|[Vv]ersion|[Bb]el|[Cc]all)[ \u00a0])\d{5}[ \u00a0]?[A-Z]{2}(?=[ \u00a0]{1,2}\p{Lu}\p{Ll})/gu;

/** Small letters, before the name of a place, and no short word, measure or day: "2015 in Utrecht", "1400 vr Ochtend". */
const SMALL_LETTERS =
  /(?<![\p{L}\d.,-])[1-9]\d{3}[ \u00a0]?(?!(?:al|am|an|as|at|be|by|cm|da|de|di|do|el|en|er|ga|go|he|if|ik|in|is|it|je|ja|kg|km|la|le|ma|me|ml|mm|my|na|nu|of|om|on|op|or|pm|re|so|te|to|up|us|uw|vr|we|wo|za|ze|zo)\s)[a-z]{2}(?=[ \u00a0]{1,2}\p{Lu}\p{Ll})/gu;

/** The languages of which the short words are known; in others one would be taken for the letters. */
const KNOWN: readonly string[] = ['nl', 'en'];

/** What is written as a postcode in running text of this language and cannot be one, first to last. */
export function badPostcodesIn(text: string, language: string): string[] {
  const slips = KNOWN.includes(language) ? [TOO_LONG, SMALL_LETTERS] : [];
  return [
    ...[...text.matchAll(LIKE_POSTCODE)].filter(([found]) => !isPostcode(found.replace(/[ \u00a0]/, ''))),
    ...slips.flatMap((slip) => [...text.matchAll(slip)]),
  ]
    .sort((one, other) => one.index - other.index)
    .map(([found]) => found);
}
