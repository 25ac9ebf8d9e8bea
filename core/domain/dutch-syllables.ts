/**
 * The vowels that sound as one, longest first, as in "nieuw", "draai", "bureau", "trein". Any other vowel
 * stands alone: "be-o-gen", "ra-di-o".
 */
const NUCLEUS = /aai|ooi|oei|eeu|ieu|eau|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|ai|[aeiouy]/g;

/**
 * The number of syllables in a Dutch word, at least one. A trema starts a new syllable ("ide-eën"); other
 * accents change nothing ("één"). Parts joined by a hyphen are counted each.
 */
export function syllablesIn(word: string): number {
  const parts = word
    .toLowerCase()
    .split(/[-–/]/)
    .filter((part) => part !== '');
  return Math.max(
    1,
    parts.reduce((sum, part) => sum + syllablesInPart(part), 0),
  );
}

function syllablesInPart(part: string): number {
  const plain = part
    .normalize('NFD')
    .replace(/([aeiou])\u0308/g, '-$1')
    .replace(/\p{M}/gu, '')
    .replace(/eum(?=s?$)/, 'e-um')
    .replace(/qu/g, 'kw')
    .replace(/y(?=[aeiou])/g, 'j');
  return Math.max(1, plain.match(NUCLEUS)?.length ?? 0);
}
