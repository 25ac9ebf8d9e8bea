/**
 * Dutch numbers in words, from two: "een" is an article as well, so it is an amount only with its accents ("één euro").
 * The parts cannot be cut in two ways, which keeps the pattern fast.
 */
export const DUTCH_PART =
  'nul|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|twintig|dertig|veertig' +
  '|vijftig|zestig|zeventig|tachtig|negentig|honderd|duizend|miljoen|miljard';
export const DUTCH_WORD = `(?:eenen)?(?:${DUTCH_PART})(?:(?:en|ën)?(?:${DUTCH_PART}))*`;
export const DUTCH_ONE = '[eé]én';
export const DUTCH_MONTH =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december' +
  String.raw`|(?:jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)(?:\.|(?!\p{L}))`;

const ENGLISH_SMALL = 'one|two|three|four|five|six|seven|eight|nine';
export const ENGLISH_WORD =
  `(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:${ENGLISH_SMALL}))?|two|three|four` +
  '|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen' +
  '|nineteen|zero|hundred|thousand|million)(?: (?:hundred|thousand|million))?';
export const ENGLISH_MONTH =
  'January|February|March|April|May|June|July|August|September|October|November|December' +
  String.raw`|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|(?!\p{L}))`;
