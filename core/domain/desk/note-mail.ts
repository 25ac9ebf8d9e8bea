/** Also one of which the end is missing, or not a dot. With room around the sign, too: that is how it is spelt out. */
const EMAIL = /\S@\S|[^\s@]+\s?@\s?[^\s@]+\s?\.\s?[a-z]{2,}/i;
/** Those that have nothing but mail. Before them "at" is the sign; elsewhere it can be English. */
const HOSTS =
  'gmail|hotmail|outlook|live|yahoo|icloud|msn|gmx|proton(?:mail)?|ziggo|kpn(?:mail|planet)|xs4all|planet|home|hetnet|upcmail|casema|chello|telfort|tele2|caiway|quicknet|zonnet|freeler|wanadoo|solcon';
const SIGN = 'apenstaart(?:je)?';
const IN_BRACKETS = `\\s?[([{<]\\s?(?:at|${SIGN})\\s?[)\\]}>]\\s?`;
const END = '(?:\\.|\\s(?:punt|dot)\\s)[a-z]{2,}';
/** The end of an address with room around its dot; the end of a sentence ("at home. en dan") is none. */
const END_WITH_ROOM = '\\s?\\.\\s?(?:com|nl|org|eu)(?!\\p{L})';
/** With a word for the sign. */
const SPOKEN_EMAIL = new RegExp(
  `\\S(?:${[
    `${IN_BRACKETS}(?:[\\p{L}\\d_-]+(?:${END}|${END_WITH_ROOM})|(?:${HOSTS})(?![\\p{L}\\d]))`,
    `\\s+${SIGN}\\s+[\\p{L}\\d-]+${END}`,
    `\\s+(?:at|${SIGN})\\s+(?:${HOSTS})(?:${END}|${END_WITH_ROOM})`,
  ].join('|')})`,
  'iu',
);

/** Is there an address for mail in a note, also one that is spelt out? The note comes in plain signs (`inPlainSigns`). */
export function hasMailAddress(text: string): boolean {
  return EMAIL.test(text) || SPOKEN_EMAIL.test(text);
}
