import { describe, expect, it } from 'vitest';
import {
  capital,
  type KeyboardLayout,
  LAYOUTS,
  layoutFor,
  SIGNS,
} from '../../../../renderer/ui/keyboard/layouts.ts';

/** The letters of each language, from its own orthography; not from the layouts. */
const ALPHABETS: Readonly<Record<string, string>> = {
  nl: 'abcdefghijklmnopqrstuvwxyzáàâäéèêëíîïóôöúûüçñ',
  en: 'abcdefghijklmnopqrstuvwxyz',
  ar: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي',
  uk: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’',
  tr: 'abcçdefgğhıijklmnoöprsştuüvyzâîû',
  pl: 'aąbcćdeęfghijklłmnńoóprsśtuwyzźż',
};

const letters = ({ rows }: Pick<KeyboardLayout, 'rows'>) => rows.flat();
const reachable = (layout: KeyboardLayout) =>
  new Set([...letters(layout), ...letters(layout).flatMap((sign) => [...(layout.accents[sign] ?? [])])]);

describe('the keyboards', () => {
  it.each(Object.keys(ALPHABETS))('have every letter of %s, small and large', (language) => {
    const layout = layoutFor(language);
    const there = reachable(layout);
    const alphabet = [...(ALPHABETS[language] ?? '')];
    expect(alphabet.filter((letter) => !there.has(letter))).toEqual([]);
    if (!layout.cased) return;
    const large = new Set([...there].map((sign) => capital(sign, layout)));
    const capitals = alphabet.map((letter) => letter.toLocaleUpperCase(language));
    expect(capitals.filter((letter) => !large.has(letter))).toEqual([]);
  });

  it.each(LAYOUTS)('put the letters of $name that need no accent on keys of their own', (layout) => {
    const direct = { nl: 26, ar: 33, uk: 34, tr: 29, pl: 34 }[layout.language] ?? 0;
    const own = letters(layout).filter((sign) => /\p{L}|’/u.test(sign));
    expect(own.length).toBeGreaterThanOrEqual(direct);
  });

  it.each([...LAYOUTS.map(({ name, rows }) => ({ name, rows })), { name: 'signs', rows: SIGNS }])(
    'have no key twice: $name',
    ({ rows }) => {
      const all = rows.flat();
      expect(all.filter((sign, place) => all.indexOf(sign) !== place)).toEqual([]);
    },
  );

  it.each(LAYOUTS)('have at most twelve keys in a row, shift and backspace too: $name', ({ rows, cased }) => {
    expect(rows[0].length).toBeLessThanOrEqual(12);
    expect(rows[1].length).toBeLessThanOrEqual(12);
    expect(rows[2].length + (cased ? 2 : 1)).toBeLessThanOrEqual(12);
  });

  it.each(LAYOUTS)('offer accents only for keys there are, each once, and few enough: $name', (layout) => {
    for (const [sign, accents] of Object.entries(layout.accents)) {
      expect(letters(layout), sign).toContain(sign);
      expect(new Set(accents).size, sign).toBe(accents.length);
      expect(accents, sign).not.toContain(sign);
      expect(accents.length, sign).toBeLessThanOrEqual(8);
    }
  });

  it('have all digits on the page of signs', () => {
    expect([...'0123456789'].filter((digit) => !SIGNS.flat().includes(digit))).toEqual([]);
  });

  it('fall back on the one of the house', () => {
    expect(layoutFor('en').language).toBe('nl');
    expect(layoutFor('xx').language).toBe('nl');
  });

  it('make capitals by the rules of the language, and none where there are none', () => {
    expect(capital('i', layoutFor('tr'))).toBe('İ');
    expect(capital('ı', layoutFor('tr'))).toBe('I');
    expect(capital('i', layoutFor('nl'))).toBe('I');
    expect(capital('ß', layoutFor('nl'))).toBe('ß');
    expect(capital('ب', layoutFor('ar'))).toBe('ب');
  });
});
