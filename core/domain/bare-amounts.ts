/**
 * Amounts that stand without their unit ("vanaf 18", "niet hoger dan 932,93"): only the words around them tell that they are one.
 * A false alarm stops an author as much as a miss misleads a visitor, so a number counts only where a clause goes on without it:
 * before a sign or a small word, never before a noun ("tot 20 mensen", "vanaf 18 uur"). 10 is the end of a scale, seldom an age.
 * Look for these last: what has its unit is then already taken.
 */
export type BareAmounts = {
  readonly money: readonly string[];
  readonly age: readonly string[];
  readonly term: readonly string[];
};

const AGE = String.raw`(?:1[1-9]|[2-9]\d)`;
const DUTCH_AGE =
  `(?:${AGE}|elf|twaalf|(?:der|veer|vijf|zes|zeven|acht|negen)tien` +
  '|(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)[eë]n)?' +
  '(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig))';
const ENGLISH_AGE =
  `(?:${AGE}|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen` +
  '|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)' +
  '(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)';

/** A sign that closes the clause and no figures ("18.30"), the end, or one of the words that follow a whole number. */
function beforeWords(words: string): string {
  return String.raw`(?=\s*(?:[.,;:!?)](?!\d)|$)|\s(?:${words})(?!\p{L}))`;
}

const DUTCH_END = beforeWords(
  'is|zijn|bent|was|wordt|geworden|kunt|kan|kunnen|mag|mogen|moet|moeten|heeft|hebt|hebben|krijgt|krijgen|geldt|gelden' +
    '|telt|tellen|begint|gaat|hoeft|hoeven|betaalt|betalen|doet|vraagt|regelt|helpt|komt|stopt|dan|niet|ook|al|nog|zelf|meer' +
    String.raw`|bij|via|(?:en|of)(?!\s(?:\d|een(?!\p{L})))`,
);
const ENGLISH_END = beforeWords(
  'is|are|can|may|must|need|has|have|get|gets|pays?|counts?|applies|starts?|you|your|they|it|then|not|less|also|yet|at|with' +
    String.raw`|(?:and|or)(?!\s\d)`,
);

/** Figures that belong to no longer row of them: no section 1.2.34, no number of a telephone. */
function figures(source: string): string {
  return String.raw`(?<![\d.,:/-])(?:${source})(?![.,:/-]?\d)`;
}

/** Three figures and two: neither a time of day nor a section. */
const LARGE = String.raw`\d{3,}[.,]\d{2}`;
const NO_SIZE = String.raw`(?!\s?(?:[ck]?m|meter|metres?|met(?:er|re)s|kilometers?|kilo|kg|gram|grams|lit(?:er|re)s?|l)(?!\p{L}))`;

/** Words of money or income, in Dutch also as the last part of a longer one: "jaarinkomen", but not "hulpverlening". */
const DUTCH_MONEY =
  '(?<!ver)huur|huurprijs|inkomens?|inkomsten|loon|lonen|salaris(?:sen)?|pensioen(?:en)?|uitkering(?:en)?|(?<!rechts)bijstand|aow' +
  '|toeslag(?:en)?|vergoeding(?:en)?|subsidies?|(?<!ver|af)korting(?:en)?|geld|saldo|tegoed(?:en)?|vermogens?|kapitaal|bezittingen' +
  '|bedrag(?:en)?|prijs|prijzen|kosten?|tarief|tarieven|premies?|boetes?|schuld(?:en)?|(?<!ver)lening(?:en)?|belasting(?:en)?' +
  "|(?:inkomens|huur|vermogens)grens|verdien(?:t|en)?|betaal(?:t|d)?|betalen|euro[’']?s?";
const ENGLISH_MONEY =
  '(?<!\\p{L})(?:rents?|incomes?|earn(?:s|ings?)?|wages?|salary|salaries|pensions?|benefits?|allowances?|money|savings|capital|assets' +
  '|amounts?|prices?|costs?|fees?|charges?|premiums?|debts?|loans?|tax(?:es)?|pay(?:s|ing|ments?)?|paid|euros?)';

/**
 * A limit of hundreds or more: nobody is that old, and a year was taken before. A noun behind it makes it a number of things, and so
 * does a sentence without a word of money: "maximaal 500 per dag". A sentence is looked at 300 signs far, which keeps the pattern fast.
 */
function limit(sign: string, end: string, money: string): string {
  const sentence = String.raw`(?:[^.!?\n]|\.(?=\S)|\n(?!\s*\n)){0,300}`;
  const word = String.raw`(?:${money})(?!\p{L})`;
  return `${figures(String.raw`\d{1,3}(?:${sign}\d{3})+|\d{3,}`)}${end}(?:(?<=${word}${sentence})|(?=${sentence}${word}))`;
}

/** What figures alone tell, in every language. */
export const BARE_MONEY: readonly string[] = [figures(LARGE)];

export const DUTCH_BARE: BareAmounts = {
  money: [
    figures(String.raw`\d{1,3}(?:\.\d{3})+,\d{2}|\d+,\d{2}|${LARGE}`) + NO_SIZE,
    behind(
      String.raw`(?:onder|boven|beneden)(?:\sde)?|(?:lager|hoger|minder|meer)\sdan|hoogstens|maximaal|ten\shoogste`,
      limit(String.raw`\.`, `(?:${DUTCH_END}|(?=\\sper\\s))`, DUTCH_MONEY),
    ),
  ],
  age: [
    behind(String.raw`tussen(?:\sde)?`, String.raw`${DUTCH_AGE}\sen\s${DUTCH_AGE}${DUTCH_END}`),
    // Behind a number "tot" makes a range: "van 9 tot 12", "bladzijde 12 tot 18"; and one counts "tot 20".
    behind(
      String.raw`vanaf|(?<!\d\s|tel\s|telt\s|tellen\s)tot(?:\sen\smet)?|t/m|onder|boven|(?:ouder|jonger)\sdan|geen`,
      `${DUTCH_AGE}${DUTCH_END}`,
    ),
    behind('uw|je|jouw|mijn|zijn|haar|hun', String.raw`[1-9]\d(?:e|ste|de)${DUTCH_END}`),
    behind('u|je|jij|hij|zij|kind', String.raw`${DUTCH_AGE}(?=\s(?:bent|is|wordt|werd|geworden)(?!\p{L}))`),
    behind(
      String.raw`(?:moet|moeten|moest|mag|mogen)(?:\s(?:u|je|jij|hij|zij|ze))?(?:\s(?:al|minstens|minimaal|ten\sminste))?`,
      String.raw`${DUTCH_AGE}(?=\szijn(?!\p{L}))`,
    ),
    String.raw`${DUTCH_AGE}\s(?:of|en)\s(?:ouder|jonger)`,
  ],
  // "Een" is an article; behind "binnen" it is how long one may wait. With its accents it counts everywhere, but not as "één keer".
  term: [
    behind(
      String.raw`binnen(?=\s[eé]{2}n)|na(?=\séén)`,
      String.raw`[eé]{2}n\s(?:hele\s|volle\s)?(?:jaar|halfjaar|kwartaal|maand|week|werkdag|dag|etmaal|uur)`,
    ),
  ],
};

export const ENGLISH_BARE: BareAmounts = {
  money: [
    figures(String.raw`\d{1,3}(?:,\d{3})+\.\d{2}|${LARGE}`) + NO_SIZE,
    // Two figures and two can be a time of day: "not later than 8.30".
    behind(
      String.raw`(?:more|less|higher|lower)\sthan|pay|costs?`,
      figures(String.raw`\d{1,2}\.\d{2}`) + NO_SIZE,
    ),
    behind(
      String.raw`under|below|over|above|(?:less|more|lower|higher)\sthan|at\smost`,
      limit(',', `(?:${ENGLISH_END}|(?=\\s(?:a|per)\\s))`, ENGLISH_MONEY),
    ),
  ],
  age: [
    behind(
      String.raw`(?:must|should|(?:have|has|need|needs)\sto)\sbe(?:\sat\sleast)?`,
      `${ENGLISH_AGE}${ENGLISH_END}`,
    ),
    behind('between', String.raw`${ENGLISH_AGE}\sand\s${ENGLISH_AGE}${ENGLISH_END}`),
    behind(
      String.raw`from|until|till|(?<!count\s)up\sto|under|below|over|above|(?:older|younger)\sthan|not\syet`,
      `${ENGLISH_AGE}${ENGLISH_END}`,
    ),
    behind('your|his|her|their|my', String.raw`[1-9]\d(?:st|nd|rd|th)${ENGLISH_END}`),
    String.raw`${ENGLISH_AGE}\s(?:or|and)\s(?:older|over|younger|under)`,
  ],
  term: [
    behind(
      String.raw`within|after(?=\sone)`,
      String.raw`(?:one|an?)\s(?:full\s|whole\s|working\s|business\s)?(?:year|month|week|workday|day|hour)`,
    ),
  ],
};

/** An amount that is one because of the words before it. */
export function behind(words: string, amount: string): string {
  return String.raw`(?<=(?<![\p{L}\p{N}])(?:${words})\s)${amount}`;
}
