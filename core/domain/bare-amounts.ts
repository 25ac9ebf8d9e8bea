import { behind, DUTCH_END, ENGLISH_END } from './amount-bounds.ts';
import { DUTCH_BARE_MONEY, ENGLISH_BARE_MONEY } from './bare-money.ts';

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

/** What may stand between a word that is about an age and the age itself. */
const NEAR = String.raw`[^.!?\d\n]{0,25}`;

export const DUTCH_BARE: BareAmounts = {
  money: DUTCH_BARE_MONEY,
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
    behind(
      String.raw`\p{L}*leeftijd${NEAR}\s(?:is|van|op)(?:\snu)?|(?:aow|\p{L}*pensioen)${NEAR}\s(?:is|op|bij)(?:\snu)?`,
      `${DUTCH_AGE}${DUTCH_END}`,
    ),
    behind(
      'met',
      String.raw`${DUTCH_AGE}(?=\s(?:kunt|kan|mag|moet|krijgt|gaat|heeft|hebt)\s(?:u|je|jij|hij|zij|iemand)(?!\p{L}))`,
    ),
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
  money: ENGLISH_BARE_MONEY,
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
    behind(
      String.raw`age${NEAR}\sis(?:\snow)?|(?:aow|pension)${NEAR}\s(?:is|at)(?:\snow)?`,
      `${ENGLISH_AGE}${ENGLISH_END}`,
    ),
  ],
  term: [
    behind(
      String.raw`within|after(?=\sone)`,
      String.raw`(?:one|an?)\s(?:full\s|whole\s|working\s|business\s)?(?:year|month|week|workday|day|hour)`,
    ),
  ],
};
