/** A sign that closes the clause and no figures ("18.30"), the end, or one of the words that follow a whole number. */
function beforeWords(words: string): string {
  return String.raw`(?=\s*(?:[.,;:!?)](?!\d)|$)|\s(?:${words})(?!\p{L}))`;
}

/** Where a Dutch clause goes on without the number before it: no noun follows that it would count. */
export const DUTCH_END = beforeWords(
  'is|zijn|bent|was|wordt|geworden|kunt|kan|kunnen|mag|mogen|moet|moeten|heeft|hebt|hebben|krijgt|krijgen|geldt|gelden' +
    '|telt|tellen|begint|gaat|hoeft|hoeven|betaalt|betalen|doet|vraagt|regelt|helpt|komt|stopt|dan|niet|ook|al|nog|zelf|meer' +
    String.raw`|bij|via|(?:en|of)(?!\s(?:\d|een(?!\p{L})))`,
);

/** The same in English. */
export const ENGLISH_END = beforeWords(
  'is|are|can|may|must|need|has|have|get|gets|do|does|pays?|counts?|applies|starts?|you|your|they|it|then|not|less|also|yet|at|with' +
    String.raw`|(?:and|or)(?!\s\d)`,
);

/** A number that belongs to no longer row of figures: no section 1.2.34, no number of a telephone. */
export function alone(number: string): string {
  return String.raw`(?<![\d.,:/-])(?:${number})(?![.,:/-]?\d)`;
}

/** An amount that is one because of the words before it. */
export function behind(words: string, amount: string): string {
  return String.raw`(?<=(?<![\p{L}\p{N}])(?:${words})\s)${amount}`;
}
