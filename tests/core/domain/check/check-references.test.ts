import { describe, expect, it } from 'vitest';
import { checkReferences } from '../../../../core/domain/check/check-references.ts';
import { fieldText } from '../../../../core/domain/check/finding.ts';
import type { Condition } from '../../../../core/domain/condition.ts';
import type { Pack } from '../../../../core/domain/pack.ts';
import { aFlow, anOutcome } from '../../../builders/a-flow.ts';
import { aPack } from '../../../builders/a-pack.ts';
import { aNumber } from '../../../builders/a-question.ts';

const good = aPack();

function said(pack: Pack): string[] {
  return checkReferences(pack).map(
    ({ rule, file, field, message }) => `[${rule}] ${file} ${fieldText(field)}: ${message}`,
  );
}

function withFlow(parts: Parameters<typeof aFlow>[0]): Pack {
  return aPack({ flows: good.flows.map((single) => ({ ...single, flow: aFlow(parts) })) });
}

function withArticle(parts: object): Pack {
  return aPack({
    articles: good.articles.map((single) => ({ ...single, article: { ...single.article, ...parts } })),
  });
}

describe('a name in one file of a thing in another', () => {
  it('is left in peace when the thing is there', () => {
    expect(said(good)).toEqual([]);
  });

  it('is found in the topic of a flow or article', () => {
    expect(said(withFlow({ topic: 'gelt' }))).toEqual([
      '[reference] flows/huur/flow.yaml topic: "gelt" is no topic in topics.yaml. Did you mean "geld"?',
    ]);
    expect(said(withArticle({ topic: 'wonen' }))).toEqual([
      '[reference] articles/huur-uitleg/article.yaml topic: "wonen" is no topic in topics.yaml. Correct the name, or add it.',
    ]);
  });

  it('is found in what an outcome names', () => {
    const outcomes = {
      balie: anOutcome({
        contacts: ['balie', 'bali'],
        articles: ['huur-uitlegg'],
        flows: ['huurr', 'onbekend'],
      }),
      niet: anOutcome(),
      wel: anOutcome(),
    };
    expect(said(withFlow({ outcomes }))).toEqual([
      '[reference] flows/huur/flow.yaml outcomes.balie.contacts[1]: "bali" is no contact in contacts.yaml. Did you mean "balie"?',
      '[reference] flows/huur/flow.yaml outcomes.balie.articles[0]: "huur-uitlegg" is no article of this pack. Did you mean "huur-uitleg"?',
      '[reference] flows/huur/flow.yaml outcomes.balie.flows[0]: "huurr" is no flow of this pack. Did you mean "huur"?',
      '[reference] flows/huur/flow.yaml outcomes.balie.flows[1]: "onbekend" is no flow of this pack. Correct the name, or add it.',
    ]);
  });

  it('is found in what an article names', () => {
    expect(said(withArticle({ contacts: ['gemeente'], articles: ['zorg'], flows: ['zorg'] }))).toEqual([
      '[reference] articles/huur-uitleg/article.yaml contacts[0]: "gemeente" is no contact in contacts.yaml. Correct the name, or add it.',
      '[reference] articles/huur-uitleg/article.yaml articles[0]: "zorg" is no article of this pack. Correct the name, or add it.',
      '[reference] articles/huur-uitleg/article.yaml flows[0]: "zorg" is no flow of this pack. Correct the name, or add it.',
    ]);
  });

  it('is found in the rules of a flow', () => {
    const grown: Condition = { answer: 'leeftijd', between: [{ parameter: 'huur.leeftijdd' }, 120] };
    const rules = [{ when: { or: [{ answer: 'leeftijd', is: 5 }, { not: grown }] }, go: 'balie' }];
    const questions = { leeftijd: aNumber([0, 120], [...rules, { go: 'balie' }], { stale: 'balie' }) };
    expect(said(withFlow({ questions }))).toEqual([
      '[reference] flows/huur/flow.yaml questions.leeftijd.next[0].when.or[1].not: "huur.leeftijdd" is no parameter in parameters.yaml. Did you mean "huur.leeftijd"?',
    ]);
  });

  it('is found in the braces of a text', () => {
    const text = 'U moet {huur.leeftijd} zijn, of {huur.leeftijt}.';
    const words = {
      ...good.words,
      nl: { ...good.words['nl'], topics: { geld: { name: 'Geld', hint: text } } },
    };
    expect(said(aPack({ words: words as Pack['words'] }))).toEqual([
      '[reference] words.nl.yaml topics.geld.hint: "huur.leeftijt" is no parameter in parameters.yaml. Did you mean "huur.leeftijd"?',
    ]);
  });

  it('is not mistaken for what every object has', () => {
    expect(said(withArticle({ contacts: ['constructor'] }))).toHaveLength(1);
  });
});

describe('a topic', () => {
  const zorg = { id: 'zorg', picture: 'heart', tint: 'care' } as const;

  it('has a flow or an article, else its tile opens on nothing', () => {
    expect(said(aPack({ topics: [...good.topics, zorg] }))).toEqual([
      '[empty-topic] topics.yaml [1]: Topic "zorg" has no flow and no article; its tile would open on nothing. Add one, or remove the topic.',
    ]);
    expect(said(aPack({ flows: [] })).filter((text) => text.startsWith('[empty-topic]'))).toEqual([]);
    expect(said(aPack({ articles: [] })).filter((text) => text.startsWith('[empty-topic]'))).toEqual([]);
  });

  it('stands in the list once', () => {
    expect(said(aPack({ topics: [...good.topics, ...good.topics] }))).toEqual([
      '[double] topics.yaml [1]: Topic "geld" stands here twice. Remove one.',
    ]);
  });
});
