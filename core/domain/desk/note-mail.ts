/** Also one of which the end is missing, or not a dot. With room around the sign, too: that is how it is spelt out. */
const EMAIL = /\S@\S|[^\s@]+\s?@\s?[^\s@]+\s?\.\s?[a-z]{2,}/i;
/** Those that have nothing but mail. Before them "at" is the sign; elsewhere it can be English. */
const HOSTS =
  'gmail|hotmail|outlook|live|yahoo|icloud|msn|gmx|proton(?:mail)?|ziggo|kpn(?:mail|planet)|xs4all|planet|home|hetnet|upcmail|casema|chello|telfort|tele2|caiway|quicknet|zonnet|freeler|wanadoo|solcon';
const SIGN = 'apen?staart(?:je)?';
const IN_BRACKETS = `\\s?[([{<]\\s?(?:at|${SIGN})\\s?[)\\]}>]\\s?`;
const BRACKETED_DOT = '\\s?[([{<]\\s?(?:punt|dot|\\.)\\s?[)\\]}>]\\s?';
const END = `(?:\\.|\\s(?:punt|dot)\\s|${BRACKETED_DOT})[a-z]{2,}`;
/** The end of an address with room around its dot; the end of a sentence ("at home. en dan") is none. */
const END_WITH_ROOM = '\\s?\\.\\s?(?:com|nl|org|eu)(?!\\p{L})';
/** With a word for the sign. */
const SPOKEN_EMAIL = new RegExp(
  `\\S(?:${[
    `${IN_BRACKETS}(?:[\\p{L}\\d_-]+(?:${END}|${END_WITH_ROOM})|(?:${HOSTS})(?![\\p{L}\\d]))`,
    `\\s+${SIGN}\\s+[\\p{L}\\d-]+${END}`,
    `\\s+(?:at|${SIGN})\\s+(?:${HOSTS})(?:${END}|${END_WITH_ROOM})`,
    // The dot is a word here too: "filled in at duo.nl" is English.
    `\\s+at\\s+[\\p{L}\\d-]+\\s(?:punt|dot)\\s(?:com|nl|org|eu|net|be|de)(?!\\p{L})`,
  ].join('|')})`,
  'iu',
);

/** A first and a last name before one of those, with nothing for the sign: jan.jansen gmail.com. The address of a page is none. */
const NAME_AND_HOST = new RegExp(
  `(?<!\\p{L}|[.:/])\\p{L}{2,}[._]\\p{L}{3,}(?<!\\.(?:com|org))\\s(?:${HOSTS})(?:${END}|${END_WITH_ROOM})`,
  'iu',
);

/** Is there an address for mail in a note, also one that is spelt out? The note comes in plain signs (`inPlainSigns`). */
export function hasMailAddress(text: string): boolean {
  return EMAIL.test(text) || SPOKEN_EMAIL.test(text) || NAME_AND_HOST.test(text);
}
