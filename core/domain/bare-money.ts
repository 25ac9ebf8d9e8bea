import { alone, behind, DUTCH_END, ENGLISH_END } from './amount-bounds.ts';
import { DUTCH_WORD, ENGLISH_WORD } from './number-words.ts';

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

/** A number of hundreds or more: nobody is that old, and a year was taken before. In figures, in words, or half of each. */
const DUTCH_THOUSANDS = String.raw`\d{1,3}(?:\.\d{3})+`;
const DUTCH_SAID = String.raw`(?=\p{L}+duizend|\p{L}*mil(?:joen|jard))${DUTCH_WORD}|(?:\d{1,3}|${DUTCH_WORD})\s(?:duizend|miljoen|miljard)`;
const DUTCH_MANY = String.raw`${DUTCH_THOUSANDS}|${DUTCH_SAID}|\d{3,}|(?=\p{L}*(?:honderd|duizend))${DUTCH_WORD}`;
const ENGLISH_THOUSANDS = String.raw`\d{1,3}(?:,\d{3})+`;
const ENGLISH_SAID = String.raw`${ENGLISH_WORD}(?<=\s(?:thousand|million))|\d{1,3}\s(?:thousand|million)`;
const ENGLISH_MANY = String.raw`${ENGLISH_THOUSANDS}|${ENGLISH_SAID}|\d{3,}|${ENGLISH_WORD}(?<=hundred|thousand|million)`;

/** What is paid or received each so often, and no number of things. */
const DUTCH_EACH = String.raw`(?=\sper\s(?:dag|week|maand|kwartaal|jaar|keer)(?!\p{L}))`;
const ENGLISH_EACH = String.raw`(?=\s(?:a|per)\s(?:day|week|month|year)(?!\p{L}))`;

/** Thousands that number a place in a text. */
const DUTCH_PLACE = String.raw`(?<!(?:artikel|paragraaf|nummer|formulier|versie|pagina|bladzijde)\s)`;
const ENGLISH_PLACE = String.raw`(?<!(?:article|section|number|form|version|page)\s)`;

/**
 * A number in a sentence with a word of money. A noun behind it makes it a number of things, and so does a sentence without such a
 * word: "maximaal 500 per dag". A sentence is looked at 300 signs far, which keeps the pattern fast.
 */
function nearMoney(number: string, end: string, money: string): string {
  const sentence = String.raw`(?:[^.!?\n]|\.(?=\S)|\n(?!\s*\n)){0,300}`;
  const word = String.raw`(?:${money})(?!\p{L})`;
  return `${alone(number)}(?:${end})(?:(?<=${word}${sentence})|(?=${sentence}${word}))`;
}

/** What figures alone tell, in every language. */
export const BARE_MONEY: readonly string[] = [alone(LARGE)];

/** Where "tot" ends no amount: where one counts or does sums (but "telt tot 500 niet mee"), and on pages of a book. */
const DUTCH_COUNTED = String.raw`(?<!\p{L})(?:(?:tel|telt|tellen)\s(?!tot[^.!?,\n]{0,40}\smee(?!\p{L}))|rekenen\s|(?:sommen|getallen)\s(?:gaan\s)?|groep(?:en)?\s|(?:bladzijde|pagina|nummer|vraag)\s\d+\s)`;
const DUTCH_LIMIT = String.raw`(?<!(?<!\p{L})groep(?:en)?\svan\s)(?:(?:onder|boven|beneden)(?:\sde)?|(?:lager|hoger|minder|meer)\sdan|hoogstens|minstens|maximaal|minimaal|ten\s(?:hoogste|minste)|(?<!${DUTCH_COUNTED})tot(?:\sen\smet)?)`;
/** Who pays or earns counts in money; what somebody gets may be a few lessons a week, so it is money from hundreds on. */
const DUTCH_PAID = String.raw`(?:u|je|jij|hij|zij|iemand)\s(?:betaalt|verdient)|(?:betaalt|verdient)\s(?:u|hij|zij|iemand)`;
const DUTCH_GOT = String.raw`(?:u|je|jij|hij|zij|iemand)\s(?:krijgt|ontvangt)|(?:krijgt|ontvangt)\s(?:u|hij|zij|iemand)`;

export const DUTCH_BARE_MONEY: readonly string[] = [
  alone(String.raw`${DUTCH_THOUSANDS},\d{2}|\d+,\d{2}|${LARGE}`) + NO_SIZE,
  behind(DUTCH_LIMIT, nearMoney(DUTCH_MANY, String.raw`${DUTCH_END}|(?=\sper\s)`, DUTCH_MONEY)),
  // Thousands said in words are money where they are a limit; "meer dan duizend" alone is not.
  behind(DUTCH_LIMIT, `(?:${DUTCH_SAID})${DUTCH_END}`),
  behind(
    String.raw`\p{L}*grens\s(?:is|was|bedraagt|van|(?:ligt|staat)\sop)(?:\snu)?`,
    alone(DUTCH_MANY) + DUTCH_END,
  ),
  behind(
    String.raw`\p{L}*(?:${DUTCH_MONEY})\s(?:is|was|mag|moet|bedraagt)(?:\s(?:nu|dan|nog|al|wel|niet))?`,
    alone(DUTCH_MANY) + DUTCH_END,
  ),
  behind(
    String.raw`(?:u|je|jij|hij|zij)\sverdient|verdient\s(?:u|hij|zij)|verdien\sje`,
    alone(DUTCH_MANY) + DUTCH_END,
  ),
  DUTCH_PLACE +
    nearMoney(DUTCH_THOUSANDS, String.raw`${DUTCH_END}|(?=\s(?:aan|op|staan)(?!\p{L}))`, DUTCH_MONEY),
  nearMoney(DUTCH_MANY, DUTCH_EACH, DUTCH_MONEY),
  behind(
    String.raw`(?:${DUTCH_PAID}|${DUTCH_GOT})(?:\s(?:dan|nog|ongeveer|${DUTCH_LIMIT}))?`,
    alone(DUTCH_MANY) + DUTCH_EACH,
  ),
  behind(
    `(?:${DUTCH_PAID})(?:\\s(?:dan|nog|ongeveer|${DUTCH_LIMIT}))?`,
    alone(String.raw`\d{2}`) + DUTCH_EACH,
  ),
];

const ENGLISH_LIMIT = String.raw`(?<!(?<!\p{L})groups?\sof\s)(?:under|below|over|above|(?:less|more|lower|higher)\sthan|at\s(?:most|least)|(?<!(?<!\p{L})(?:count(?:ing)?|groups?|numbers|pages?\s\d+)\s)up\sto)`;

export const ENGLISH_BARE_MONEY: readonly string[] = [
  alone(String.raw`${ENGLISH_THOUSANDS}\.\d{2}|${LARGE}`) + NO_SIZE,
  // Two figures and two can be a time of day: "not later than 8.30".
  behind(
    String.raw`(?:more|less|higher|lower)\sthan|pay|costs?`,
    alone(String.raw`\d{1,2}\.\d{2}`) + NO_SIZE,
  ),
  behind(ENGLISH_LIMIT, nearMoney(ENGLISH_MANY, String.raw`${ENGLISH_END}|(?=\s(?:a|per)\s)`, ENGLISH_MONEY)),
  behind(ENGLISH_LIMIT, `(?:${ENGLISH_SAID})${ENGLISH_END}`),
  behind(String.raw`limits?\s(?:is|are|was|of)(?:\snow)?`, alone(ENGLISH_MANY) + ENGLISH_END),
  behind(
    String.raw`(?:${ENGLISH_MONEY})\s(?:is|are|was|(?:may|can|must)\sbe)(?:\s(?:now|not))?`,
    alone(ENGLISH_MANY) + ENGLISH_END,
  ),
  behind('(?:you|they)\\searn|(?:he|she)\\searns', alone(ENGLISH_MANY) + ENGLISH_END),
  ENGLISH_PLACE +
    nearMoney(ENGLISH_THOUSANDS, String.raw`${ENGLISH_END}|(?=\s(?:in|on)(?!\p{L}))`, ENGLISH_MONEY),
  nearMoney(ENGLISH_MANY, ENGLISH_EACH, ENGLISH_MONEY),
  behind(
    String.raw`you\s(?:get|receive|pay|earn)(?:\s(?:about|${ENGLISH_LIMIT}))?`,
    alone(ENGLISH_MANY) + ENGLISH_EACH,
  ),
  behind(
    String.raw`you\s(?:pay|earn)(?:\s(?:about|${ENGLISH_LIMIT}))?`,
    alone(String.raw`\d{2}`) + ENGLISH_EACH,
  ),
];
