import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piecesOf, sentencesOf } from '../../../core/domain/sentences.ts';

const SEED = 20261124;

describe('the sentences of a Dutch text', () => {
  test.each([
    ['a point, a question mark, an exclamation mark', 'Bel ons. Lukt dat niet? Kom langs! Tot zo.', 4],
    ['no end mark at all', 'Loop naar de balie', 1],
    ['nothing', ' \n ', 0],
    ['an empty line without an end mark', 'Wat u nodig heeft\n\nUw DigiD', 2],
    ['an empty line behind an end mark', 'Bel ons.\n\nWij helpen u.', 2],
    ['a line break alone', 'Loop naar\nde balie.', 1],
    ['a website', 'Ga naar toeslagen.nl. Log in.', 2],
    ['a website that opens the sentence', 'Dat is gratis. toeslagen.nl is de website.', 2],
    ['a time', 'Wij zijn open om 8.00 uur. Kom langs.', 2],
    ['a colon', 'Neem mee: uw pas en uw brief.', 1],
    ['a colon before a capital', 'Let op: U moet zelf bellen.', 1],
    ['abbreviations inside', 'Neem bijv. uw pas mee, o.a. voor dhr. Jansen en t.n.v. Uw partner.', 1],
    ['an abbreviation behind a bracket', 'U heeft iets nodig (o.a. DigiD). Neem het mee.', 2],
    ['an abbreviation that closes', 'Neem een pas, een brief, enz. Dan gaat u naar de balie.', 2],
    ['an abbreviation that does not close', 'Neem een pas, een brief, enz. mee naar de balie.', 1],
    ['an abbreviation before a number', 'Lees art. 5 en max. 3 bladen.', 1],
    ['an abbreviation before a hole', 'Dat is max. {huur.grens} per maand.', 1],
    ['the same abbreviation before a word', 'Dat is het max. Meer krijgt u niet.', 2],
    ['initials', 'J. Jansen en A.B. de Vries helpen u.', 1],
    ['a letter that is no initial', 'U heeft rijbewijs B. De gemeente helpt u.', 2],
    ['the word U', 'De klant bent U. Gemeenten helpen u.', 2],
    ['a numbered line', '1. Ga naar de balie.', 1],
    ['quotes that go on', '"Kom langs!" zei de medewerker.', 1],
    ['quotes that close', 'Zij zegt: "Kom langs." Daarna gaat u.', 2],
    ['a small letter behind a question mark', 'Lukt het niet? bel ons.', 2],
    ['an unknown abbreviation', 'Dat is resid. wonen.', 1],
    ['an ellipsis', 'Een brief ... of een mail. Of … Niets.', 3],
    ['an apostrophe word that opens', "Wij zijn open. 's Avonds niet.", 2],
    ['a name with a small first letter', 'Pak uw telefoon. iPhone en Android zijn goed.', 2],
    ['a hole that opens', 'Dat duurt even. {digid.dagen} moet u wachten.', 2],
    ['a hole inside', 'U bent {aow.leeftijd} of ouder. Dan krijgt u AOW.', 2],
  ])('%s', (_, text, count) => {
    expect(sentencesOf(text)).toHaveLength(count);
  });

  test('come without the white space around them', () => {
    expect(sentencesOf('  Bel ons.\n\n\n Kom langs.  ')).toEqual(['Bel ons.', 'Kom langs.']);
  });
});

describe('other languages', () => {
  test('English has its own abbreviations', () => {
    expect(
      sentencesOf('Ask Mr. Smith, e.g. Monday. See no. 5. The answer is no. Go home.', 'en'),
    ).toHaveLength(4);
  });

  test('a language without capitals is cut at its own marks', () => {
    expect(sentencesOf('هل تحتاج مساعدة؟ اسأل المكتب. شكرا', 'ar')).toHaveLength(3);
  });

  test('a language without a list is still cut', () => {
    expect(sentencesOf('Idź do biblioteki. Zapytaj.', 'pl')).toHaveLength(2);
  });
});

const texts = fc
  .array(
    fc.constantFrom(
      'Bel',
      'ons',
      'o.a.',
      'J.',
      'art.',
      '5',
      '{a.b}',
      '"Kom!"',
      'nl.',
      '…',
      '?',
      '\n\n',
      "'s",
    ),
  )
  .map((words) => words.join(' '));

test('the pieces join to the text, and the sentences keep every word', () => {
  fc.assert(
    fc.property(fc.oneof(texts, fc.string()), fc.constantFrom('nl', 'en', 'ar'), (text, language) => {
      expect(piecesOf(text, language).join('')).toBe(text);
      const words = (some: string) => some.split(/\s+/).filter((word) => word !== '');
      expect(sentencesOf(text, language).flatMap(words)).toEqual(words(text));
    }),
    { seed: SEED },
  );
});
