import { describe, expect, it } from 'vitest';
import { checkTexts } from '../../../../core/domain/check/check-texts.ts';
import { fieldText } from '../../../../core/domain/check/finding.ts';
import type { FlowWords } from '../../../../core/domain/flow-words.ts';
import type { Pack } from '../../../../core/domain/pack.ts';
import { aPack } from '../../../builders/a-pack.ts';

const good = aPack();
const goodFlow = good.flows[0] as Pack['flows'][number];
const goodWords = goodFlow.words['nl'] as FlowWords;

function said(pack: Pack): string[] {
  return checkTexts(pack).map(
    ({ severity, rule, file, field, message }) =>
      `${severity} [${rule}] ${file} ${fieldText(field)}: ${message}`,
  );
}

function withSummary(summary: string, language = 'nl'): Pack {
  return aPack({ flows: [{ ...goodFlow, words: { [language]: { ...goodWords, summary } } }] });
}

describe('the texts of a pack', () => {
  it('are left in peace when they are plain', () => {
    expect(said(good)).toEqual([]);
  });

  it.each([
    ['€ 932,93', 'an amount of money changes'],
    ['18 jaar', 'an age limit can change'],
    ['twee weken', 'a term can change'],
    ['0800-8115', 'a telephone number goes in contacts.yaml'],
  ])('hold no amount outside the parameters: %s', (amount, reason) => {
    const found = said(withSummary(`Dit is ${amount}.`));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(
      `error [amount] flows/huur/words.nl.yaml summary: "${amount}" stands in running text, but ${reason}`,
    );
    expect(found[0]).toMatch(/[a-z}"]\.$/);
  });

  it('hold amounts in no other language either', () => {
    expect(said(withSummary('You get two weeks.', 'en'))[0]).toMatch(
      /^error \[amount] flows\/huur\/words\.en\.yaml summary: "two weeks" stands in running text/,
    );
  });

  it('hold no postcode that cannot be one', () => {
    expect(said(withSummary('Ga naar Kerkstraat 1, 0123 AB in Veldermeer.'))).toEqual([
      'error [postcode] flows/huur/words.nl.yaml summary: "0123 AB" is no Dutch postcode. Write four figures, ' +
        'the first no 0, and two capitals, not SA, SD or SS, as in 1234 AB.',
    ]);
    expect(said(withSummary('Ga naar Kerkstraat 1, 1234 AB in Veldermeer.'))).toEqual([]);
  });

  it('have braces only around the name of a parameter', () => {
    expect(said(withSummary('U bent {leeftijd} jaar.'))).toEqual([
      'error [parameter] flows/huur/words.nl.yaml summary: "{leeftijd}" is no name of a parameter. ' +
        'Write the name in braces, as in {huurtoeslag.leeftijd}.',
    ]);
  });

  it('hold no parameter in a summary, which lists show as it is written', () => {
    expect(said(withSummary('Vanaf {huur.leeftijd}.'))).toEqual([
      'error [parameter] flows/huur/words.nl.yaml summary: A summary, or what describes a picture, holds no {parameter}. Put it in another text.',
    ]);
  });

  it('hold no parameter in a name or a question, which would be nameless on a day without a value', () => {
    const asked = {
      ...goodWords.questions,
      'huurt-u': { ask: 'Bent u {huur.leeftijd}?', why: 'Vanaf {huur.leeftijd}.' },
    };
    const words = { ...goodWords, title: 'Vanaf {huur.leeftijd}', questions: asked };
    const message = 'A name or a question holds no {parameter}. Put it in the text that explains.';
    expect(said(aPack({ flows: [{ ...goodFlow, words: { nl: words } }] }))).toEqual([
      `error [parameter] flows/huur/words.nl.yaml title: ${message}`,
      `error [parameter] flows/huur/words.nl.yaml questions.huurt-u.ask: ${message}`,
    ]);
  });

  it('are at level B1 or lower in Dutch', () => {
    const long = `Wij ${'gaan '.repeat(21)}weg.`;
    const [found] = said(withSummary(long));
    expect(found).toContain(
      `error [reading-level] flows/huur/words.nl.yaml summary: "${long}" is harder than B1. De zin heeft`,
    );
  });

  it('are not measured for Dutch in another language', () => {
    expect(said(withSummary(`We ${'go '.repeat(21)}away.`, 'en'))).toEqual([]);
  });

  it('can be a label, that is no sentence: only its words are judged', () => {
    const title = `Wij ${'gaan '.repeat(21)}weg`;
    const flow = (words: FlowWords) => aPack({ flows: [{ ...goodFlow, words: { nl: words } }] });
    expect(said(flow({ ...goodWords, title }))).toEqual([]);
    expect(said(flow({ ...goodWords, title: 'Desalniettemin huur' }))[0]).toMatch(
      /\[reading-level].* title: /,
    );
  });
});

describe('a name', () => {
  it.each([' ', '\u200b', '…', '\u00a0-'])('has a letter or a figure: %j', (label) => {
    const words = { ...goodWords, title: label };
    expect(said(aPack({ flows: [{ ...goodFlow, words: { nl: words } }] }))).toEqual([
      'error [wordless] flows/huur/words.nl.yaml title: Nobody can read this: it has no letter and no figure. Write words.',
    ]);
  });
});

describe('a heading', () => {
  it.each([{ runs: [] }, { runs: [{ text: ' \u00a0' }] }])('has words, and not %j', ({ runs }) => {
    const blocks = [{ kind: 'heading' as const, runs, line: 3 }];
    const articles = good.articles.map(({ article, texts }) => {
      const nl = texts['nl'] as NonNullable<(typeof texts)[string]>;
      return { article, texts: { nl: { ...nl, blocks } } };
    });
    expect(said(aPack({ articles }))).toEqual([
      'error [heading] articles/huur-uitleg/nl.md blocks[0]: A heading needs words. Write them, or take the line out.',
    ]);
  });
});

describe('the texts that are looked at', () => {
  const amount = 'Dit is 18 jaar.';

  const withHours = (hours: string, text = 'Zij helpen u.') => {
    const contacts = { balie: { name: 'De balie', text, hours } };
    return said(aPack({ words: { nl: { ...(good.words['nl'] as Pack['words'][string]), contacts } } }));
  };

  it('are all words of the pack; of opening hours the times are no amounts, and need not be sentences', () => {
    const hours = `Van 9 tot 17 uur, en ${'ook '.repeat(8)}op afspraak`;
    expect(withHours(hours, amount).map((text) => text.split(':')[0])).toEqual([
      'error [amount] words.nl.yaml contacts.balie.text',
    ]);
  });

  it.each(['ma-vr 0900–1700', 'Elke dag 0800-1700'])('may be written as whole hours: %s', (hours) => {
    expect(withHours(hours)).toEqual([]);
  });

  it.each([
    ['Bel 0800-8115', 'error [amount] words.nl.yaml contacts.balie.hours: "0800-8115"'],
    ['Elke dag, 5 euro per gesprek', 'error [amount] words.nl.yaml contacts.balie.hours: "5 euro"'],
    ['Kerkstraat 1, 0123 AB', 'error [postcode] words.nl.yaml contacts.balie.hours: "0123 AB"'],
    ['Van {open} tot 17 uur', 'error [hours] words.nl.yaml contacts.balie.hours: "{open}"'],
  ])('are opening hours too: %s', (hours, finding) => {
    expect(withHours(hours)).toEqual([expect.stringContaining(finding)]);
  });

  it('are all parts of an article: title, lead, description, headings, paragraphs and items of lists', () => {
    const runs = [{ text: 'Dit is 18 ' }, { text: 'jaar', strong: true }, { text: '.' }];
    const text = {
      title: amount,
      alt: amount,
      lead: runs,
      blocks: [
        { kind: 'heading' as const, runs, line: 3 },
        { kind: 'paragraph' as const, runs, line: 5 },
        {
          kind: 'list' as const,
          ordered: false,
          items: [
            { runs: [{ text: 'Kom maar.' }], line: 7 },
            { runs, line: 8 },
          ],
        },
      ],
    };
    const articles = good.articles.map((single) => ({ ...single, texts: { nl: text } }));
    expect(said(aPack({ articles })).map((found) => found.split(':')[0])).toEqual([
      'error [amount] articles/huur-uitleg/nl.md title',
      'error [amount] articles/huur-uitleg/nl.md alt',
      'error [amount] articles/huur-uitleg/nl.md lead',
      'error [amount] articles/huur-uitleg/nl.md blocks[0]',
      'error [amount] articles/huur-uitleg/nl.md blocks[1]',
      'error [amount] articles/huur-uitleg/nl.md blocks[2].items[1]',
    ]);
  });
});
