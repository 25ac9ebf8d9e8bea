import { describe, expect, it } from 'vitest';
import { checkLevels } from '../../../../core/domain/check/check-levels.ts';
import { checkTexts } from '../../../../core/domain/check/check-texts.ts';
import type { Pack } from '../../../../core/domain/pack.ts';
import { aPack } from '../../../builders/a-pack.ts';

const HARD =
  'Gemeenten bespreken aanvragen. Medewerkers beoordelen inkomens, vermogens en woonlasten. Aanvragers ontvangen beslissingen.';
const EASY = 'Loop naar de balie. Wij helpen u graag. U hoeft niets mee te nemen, ook geen pas of brief.';
const ARTICLE = 'articles/huur-uitleg/nl.md';
const FLOW = 'flows/huur/words.nl.yaml';

function withArticle(title: string, texts: readonly string[], language = 'nl'): Pack {
  const blocks = texts.slice(1).map((text, line) => ({ kind: 'paragraph' as const, runs: [{ text }], line }));
  const text = { title, lead: [{ text: texts[0] ?? '' }], blocks };
  return aPack({ articles: aPack().articles.map((single) => ({ ...single, texts: { [language]: text } })) });
}

describe('the level of a page as a whole', () => {
  it('is told of every article and flow', () => {
    const { levels, remarks } = checkLevels(withArticle('Hulp', [EASY]));
    expect(levels).toEqual([
      { file: FLOW, level: 'A2', score: expect.any(Number) },
      { file: ARTICLE, level: 'A2', score: expect.any(Number) },
    ]);
    expect(remarks).toEqual([]);
  });

  it('is above B1 with short sentences of long words, which no rule for a sentence finds', () => {
    const pack = withArticle('Hulp', [HARD]);
    expect(checkTexts(pack)).toEqual([]);
    expect(checkLevels(pack).levels.find(({ file }) => file === ARTICLE)).toMatchObject({ level: 'C1' });
    expect(checkLevels(pack).remarks).toEqual([
      {
        severity: 'warning',
        rule: 'reading-level',
        file: ARTICLE,
        field: [],
        message:
          'All words together are at level C1, harder than B1. Kies kortere woorden, of leg ze uit. ' +
          'De langste: "beslissingen", "beoordelen", "woonlasten", "aanvragers", "gemeenten".',
      },
    ]);
  });

  it('is warned of in a flow too', () => {
    const flows = aPack().flows.map((single) => {
      const words = single.words['nl'] as Pack['flows'][number]['words'][string];
      const outcomes = Object.fromEntries(
        Object.entries(words.outcomes).map(([id, outcome]) => [id, { ...outcome, text: HARD }]),
      );
      return { ...single, words: { nl: { ...words, outcomes } } };
    });
    expect(checkLevels(aPack({ flows })).remarks.map(({ file }) => file)).toEqual([FLOW]);
  });

  it('is that of all parts together: a hard one among easy ones is no hard page', () => {
    expect(checkLevels(withArticle('Hulp', [EASY, HARD, EASY, EASY, EASY])).remarks).toEqual([]);
  });

  it('is not warned of in a few words, where a name decides', () => {
    const { levels, remarks } = checkLevels(withArticle('Kinderopvangtoeslag', ['Vraag de gemeente.']));
    expect(levels.find(({ file }) => file === ARTICLE)).toMatchObject({ level: 'C1' });
    expect(remarks).toEqual([]);
  });

  it('is that of the Dutch, not of another language', () => {
    expect(checkLevels(withArticle('Hulp', [HARD], 'en')).levels.map(({ file }) => file)).toEqual([FLOW]);
  });
});
