import { describe, expect, it } from 'vitest';
import type { ArticleText, Block } from '../../../core/domain/article.ts';
import { filledArticle } from '../../../core/domain/filled-article.ts';
import { aParameter, aStaleParameter } from '../../builders/a-parameter.ts';
import { TODAY } from '../../builders/today.ts';

const runs = (text: string) => [{ text }];
const line = 1;
const heading = (text: string): Block => ({ kind: 'heading', runs: runs(text), line });
const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: runs(text), line });
const list = (...items: string[]): Block => ({
  kind: 'list',
  ordered: false,
  items: items.map((item) => ({ runs: runs(item), line })),
});
const setting = {
  parameters: { 'huur.leeftijd': aParameter(18), 'huur.grens': aStaleParameter(900) },
  today: TODAY,
};
const GONE = 'U betaalt {huur.grens}.';

function filledOf(blocks: readonly Block[], lead = 'Huur.'): ArticleText {
  return filledArticle({ title: 'Huur', lead: runs(lead), blocks: [...blocks] }, 'nl', setting);
}

describe('an article as it reads today', () => {
  it('has its amounts written in', () => {
    const blocks = [paragraph('U bent {huur.leeftijd}.'), list('Vanaf {huur.leeftijd}.', 'Uw pas')];
    expect(filledOf(blocks, 'Vanaf {huur.leeftijd}.')).toEqual({
      title: 'Huur',
      lead: runs('Vanaf 18 jaar.'),
      blocks: [paragraph('U bent 18 jaar.'), list('Vanaf 18 jaar.', 'Uw pas')],
    });
  });

  it('has no item, paragraph or list of which nothing is left', () => {
    const blocks = [paragraph(`${GONE} Vraag het.`), paragraph(GONE), list('Uw pas', GONE), list(GONE, GONE)];
    expect(filledOf(blocks, GONE)).toMatchObject({
      lead: [],
      blocks: [paragraph('Vraag het.'), list('Uw pas')],
    });
  });

  it('has no heading below which nothing is left; one that stands alone by itself stays', () => {
    const below = [heading('Hoeveel?'), paragraph(GONE), list(GONE)];
    const kept = [heading('Waar?'), paragraph(GONE), paragraph('Hier.'), heading('Vragen?')];
    expect(filledOf([...below, ...kept, ...below]).blocks).toEqual([
      ...[heading('Waar?'), paragraph('Hier.'), heading('Vragen?')],
    ]);
  });
});
