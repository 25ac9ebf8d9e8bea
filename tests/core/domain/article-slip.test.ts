import { describe, expect, it } from 'vitest';
import { Article, type ArticleText } from '../../../core/domain/article.ts';
import { type ArticleToTake, articleSlip } from '../../../core/domain/article-slip.ts';
import { Slip } from '../../../core/domain/slip.ts';
import { aParameter, aStaleParameter } from '../../builders/a-parameter.ts';
import { dutch, SLIP_WORDS } from '../../builders/a-slip.ts';
import { TODAY } from '../../builders/today.ts';

const runs = (text: string) => [{ text }];
const line = 1;
const TEXT: ArticleText = {
  title: 'Geld voor de huur',
  lead: [{ text: 'U moet ' }, { text: '{huur.leeftijd}', strong: true }, { text: ' zijn.' }],
  blocks: [
    { kind: 'paragraph', runs: runs('Een.'), line },
    { kind: 'paragraph', runs: runs('Twee.'), line },
    { kind: 'heading', runs: runs('Zo gaat het'), line },
    { kind: 'list', ordered: true, items: [{ runs: runs('Vraag het.'), line }] },
    { kind: 'list', ordered: false, items: [{ runs: runs('Uw pas'), line }] },
    { kind: 'heading', runs: runs('En dan'), line },
    { kind: 'paragraph', runs: runs('Drie.'), line },
  ],
};

function aPage(parts: Partial<ArticleToTake> = {}): ArticleToTake {
  return {
    article: Article.parse({
      id: 'huur-uitleg',
      topic: 'geld',
      picture: 'house',
      review_by: '2027-06-01',
      sources: [{ title: 'Rijksoverheid', url: 'https://www.rijksoverheid.nl', checked_on: '2026-11-03' }],
    }),
    texts: { nl: TEXT },
    words: { nl: { name: 'Geld', hint: 'Huur' } },
    contacts: [],
    parameters: { 'huur.leeftijd': aParameter(18) },
    today: TODAY,
    outdated: false,
    ...parts,
  };
}

describe('the slip of an article', () => {
  it('holds all of it, with headings, lists and amounts', () => {
    const slip = Slip.parse(articleSlip(aPage(), SLIP_WORDS));
    expect([slip.about, slip.title, slip.lead]).toEqual(
      ['Geld', 'Geld voor de huur', 'U moet 18 jaar zijn.'].map(dutch),
    );
    expect(slip.sections).toEqual([
      { kind: 'text', items: [{ text: dutch('Een.') }, { text: dutch('Twee.') }] },
      { kind: 'steps', heading: dutch('Zo gaat het'), items: [{ text: dutch('Vraag het.') }] },
      { kind: 'list', items: [{ text: dutch('Uw pas') }] },
      { kind: 'text', heading: dutch('En dan'), items: [{ text: dutch('Drie.') }] },
    ]);
    expect(slip.notice).toBeUndefined();
  });

  it('says of an amount in it when that was checked, and where it comes from', () => {
    const parameters = {
      'huur.leeftijd': aParameter(18, { source: 'https://www.toeslagen.nl', checked_on: '2026-11-10' }),
    };
    expect(articleSlip(aPage({ parameters }), SLIP_WORDS)?.checked?.text).toBe(
      'Nagekeken op 3 november 2026 · bron: rijksoverheid.nl · Cijfers van 10 november 2026 · bron: toeslagen.nl',
    );
  });

  it('says when an amount is left out', () => {
    const page = aPage({ parameters: { 'huur.leeftijd': aStaleParameter(18) } });
    expect(articleSlip(page, SLIP_WORDS)).toMatchObject({ lead: dutch(''), notice: dutch(SLIP_WORDS.stale) });
  });

  it('is not made of an article that is outdated or has no text', () => {
    expect(articleSlip(aPage({ outdated: true }), SLIP_WORDS)).toBeUndefined();
    expect(articleSlip(aPage({ texts: {} }), SLIP_WORDS)).toBeUndefined();
  });
});
