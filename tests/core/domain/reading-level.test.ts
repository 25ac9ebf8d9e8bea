import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hardestWordsIn, hardSentencesIn, readingLevel } from '../../../core/domain/reading-level.ts';

const SEED = 20261124;

/** The reasons in the findings of a text, each once, in the order in which they come. */
function reasons(text: string): string[] {
  return [...new Set(readingLevel(text).findings.map(({ reason }) => reason))];
}

describe('the score of Flesch-Douma', () => {
  test('is 206.84 - 0.93 words a sentence - 77 syllables a word', () => {
    // 2 sentences, 7 words, 9 syllables
    const { sentences, words, score, level } = readingLevel('Loop naar de balie. Wij helpen u.');
    expect({ sentences, words }).toEqual({ sentences: 2, words: 7 });
    expect(score).toBe(Math.round((206.84 - 0.93 * 3.5 - (77 * 9) / 7) * 10) / 10);
    expect(level).toBe('A2');
  });

  test('counts a hole as one easy word', () => {
    expect(readingLevel('U bent {aow.leeftijd-van-iedereen}.').score).toBe(readingLevel('U bent x.').score);
    expect(readingLevel('U bent {aow.leeftijd-van-iedereen}.').words).toBe(3);
  });

  test.each([
    ['A2', 'Loop naar de balie. Wij helpen u. U hoeft niets te weten.'],
    ['B1', 'U kunt de gemeente vragen om hulp bij het huishouden en bij betalen van rekeningen.'],
    ['B2', 'De gemeente kijkt naar uw inkomen en bekijkt daarna met u welke ondersteuning mogelijk is.'],
    ['C1', 'Maatschappelijke ondersteuning vereist gemeentelijke voorzieningen.'],
  ])('stands for level %s: %s', (level, text) => {
    expect(readingLevel(text).level).toBe(level);
  });

  test('of nothing is easy', () => {
    expect(readingLevel(' ')).toEqual({ sentences: 0, words: 0, score: 100, level: 'A2', findings: [] });
  });
});

describe('the hardest words of a text', () => {
  test('are those with the most syllables, each once, without names and the long words that all know', () => {
    const text =
      'Uw woonlasten, volgens de Participatiewet. Woonlasten! De vermogensvrijlating geldt. Informatie helpt.';
    expect(hardestWordsIn(text, 5)).toEqual(['vermogensvrijlating', 'woonlasten']);
    expect(hardestWordsIn(text, 1)).toEqual(['vermogensvrijlating']);
  });
});

describe('officialese', () => {
  test.each([
    ['Indien u niet tijdig reageert, wordt uw aanvraag niet behandeld.', ['difficult-word', 'passive']],
    ['Teneinde dit vast te stellen, dient u de gevraagde bescheiden te overleggen.', ['difficult-word']],
    [
      'Het college verstrekt een geldelijke bijdrage voor individuele begeleidingskosten.',
      ['difficult-word', 'long-words'],
    ],
    [
      'Betrokkene is door de gemeente in kennis gesteld van het voornemen tot stopzetten van de uitkering.',
      ['long', 'difficult-word', 'passive'],
    ],
    [
      'Desgewenst kunt u middels een brief uw zienswijze omtrent het besluit kenbaar maken.',
      ['difficult-word'],
    ],
    ['Wij hebben uw verzoek ontvangen en het zal spoedig worden behandeld.', ['passive']],
    ['U komt in aanmerking mits u voldoet aan de inkomensvoorwaarden.', ['difficult-word', 'long-words']],
    [
      'De inlichtingenverplichting houdt in dat u wijzigingen onverwijld meldt.',
      ['difficult-word', 'long-words'],
    ],
    [
      'Hoewel de wet wil dat wij die dit doen goed kunnen zijn, zijn wij, omdat wij niet zien, er te laat.',
      ['very-long', 'nested'],
    ],
    ['De gegevensuitwisselingsovereenkomst regelt dit.', ['long-words']],
    ['De vermogensvrijlating en de kostendelersnorm gelden hier.', ['long-words']],
    ['De gemeente, die u helpt, belt u als zij weet dat het kan.', ['nested']],
    ['U belt ons eerst, u komt daarna langs, u neemt iets mee, en wij helpen u.', ['nested', 'long']],
    ['Derhalve verzoeken wij u alsmede uw partner te tekenen.', ['difficult-word']],
  ])('%s', (sentence, expected) => {
    expect(reasons(sentence).sort()).toEqual([...expected].sort());
  });

  test('is an error when it is too long or difficult, else a warning; the advice says what to do', () => {
    const long = Array.from({ length: 21 }, () => 'huis').join(' ');
    expect(hardSentencesIn(`${long}.`)).toEqual(readingLevel(`${long}.`).findings);
    expect(readingLevel(`${long}.`).findings).toEqual([
      {
        sentence: `${long}.`,
        reason: 'very-long',
        severity: 'error',
        advice: 'De zin heeft 21 woorden, meer dan 20. Maak er meer zinnen van.',
      },
    ]);
    expect(readingLevel(`${long.slice(25)}.`).findings).toMatchObject([
      { reason: 'long', severity: 'warning' },
    ]);
    expect(readingLevel('Bel ons. Indien u {a.b} bent.').findings).toEqual([
      {
        sentence: 'Indien u {a.b} bent.',
        reason: 'difficult-word',
        severity: 'error',
        advice: '"indien" is een moeilijk woord: schrijf liever "als".',
      },
    ]);
  });

  test('names every difficult word, and no long word twice', () => {
    const { findings } = readingLevel('De uitkeringsgerechtigde krijgt inlichtingen.');
    expect(findings.map(({ advice }) => advice.split('"')[1])).toEqual([
      'uitkeringsgerechtigde',
      'inlichtingen',
    ]);
  });
});

describe('plain Dutch has no findings', () => {
  test.each([
    'Wordt u ziek? Bel dan uw huisarts.',
    'Neem uw paspoort, uw bankpas, de brief, een pen en uw telefoon mee.',
    'De Participatiewet, de Zorgverzekeringswet en de Wet maatschappelijke ondersteuning zijn wetten.',
    'Dienst Toeslagen betaalt de kinderopvangtoeslag aan u, via uw rekeningnummer.',
    'Bel de BelastingTelefoon en de organisatie mantelzorgondersteuning.nl.',
    'Iemand die u vertrouwt, als u dat wilt.',
    'Dat huis, die kamer en dat bed zijn van u.',
    'De overheid, dat zijn wij allemaal.',
    'Bent u {huurtoeslag.leeftijd-volle-huur} of ouder? Dan telt uw huur mee tot {huurtoeslag.rekenhuur}.',
    'Bij de bibliotheek vindt u informatie, een e-mailadres en een telefoonnummer.',
    'In een vals bericht doet iemand alsof hij uw bank of de overheid is.',
    'U hoeft niet in te loggen met DigiD als u alleen iets wilt lezen.',
    'De SVB zegt u op welke dag uw AOW begint, en wat u moet doen.',
    'Voor elk jaar dat u verzekerd was, krijgt u {aow.opbouw-per-jaar} van de AOW.',
  ])('%s', (text) => {
    expect(readingLevel(text).findings).toEqual([]);
  });
});

test('every finding names a sentence of the text, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const { findings, score } = readingLevel(text);
      expect(Number.isFinite(score)).toBe(true);
      expect(findings.every(({ sentence }) => text.includes(sentence))).toBe(true);
    }),
    { seed: SEED },
  );
});
