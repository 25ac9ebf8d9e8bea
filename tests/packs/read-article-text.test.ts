import { describe, expect, it } from 'vitest';
import type { ArticleText } from '../../core/domain/article.ts';
import { readArticleText } from '../../packs/read-article-text.ts';

const PAGE = `# Geld voor de huur

U kunt **misschien** geld
krijgen voor de huur.

## Hoe gaat het?

Vraag het aan.

- Pak uw DigiD.
- Ga naar **de site**.

1. Eerst dit.
2. Dan dat.
`;

describe('the page of an article', () => {
  it('has a title, a first paragraph, and then blocks', () => {
    const { data, faults } = readArticleText('nl.md', PAGE);
    expect(faults).toEqual([]);
    expect(data).toEqual({
      title: 'Geld voor de huur',
      lead: [
        { text: 'U kunt ' },
        { text: 'misschien', strong: true },
        { text: ' geld krijgen voor de huur.' },
      ],
      blocks: [
        { kind: 'heading', runs: [{ text: 'Hoe gaat het?' }], line: 6 },
        { kind: 'paragraph', runs: [{ text: 'Vraag het aan.' }], line: 8 },
        {
          kind: 'list',
          ordered: false,
          items: [
            { runs: [{ text: 'Pak uw DigiD.' }], line: 10 },
            {
              runs: [{ text: 'Ga naar ' }, { text: 'de site', strong: true }, { text: '.' }],
              line: 11,
            },
          ],
        },
        {
          kind: 'list',
          ordered: true,
          items: [
            { runs: [{ text: 'Eerst dit.' }], line: 13 },
            { runs: [{ text: 'Dan dat.' }], line: 14 },
          ],
        },
      ],
    });
  });

  it('can begin with the description of its picture; lines still count from the top of the file', () => {
    const { data, lineOf } = readArticleText('nl.md', `alt: Een sleutel op een tafel\n${PAGE}`);
    expect((data as ArticleText).alt).toBe('Een sleutel op een tafel');
    expect((data as ArticleText).title).toBe('Geld voor de huur');
    expect(lineOf(['title'])).toBe(2);
    expect(lineOf(['blocks', 0])).toBe(7);
  });

  it('has the same lines when a Windows editor saved it', () => {
    const { data, lineOf } = readArticleText('nl.md', `alt: Een sleutel\n${PAGE}`.replaceAll('\n', '\r\n'));
    expect((data as ArticleText).alt).toBe('Een sleutel');
    expect((data as ArticleText).lead.at(-1)?.text).toBe(' geld krijgen voor de huur.');
    expect(lineOf(['lead'])).toBe(4);
  });

  it('reads signs that Markdown writes otherwise, and a hard line end as a space', () => {
    const { data } = readArticleText('nl.md', '# A &amp; B\n\neen \\*ster\\*\\\ntwee\n');
    expect((data as ArticleText).title).toBe('A & B');
    expect((data as ArticleText).lead.map(({ text }) => text).join('')).toBe('een *ster* twee');
  });
});

describe('what the author meant as Markdown and a screen shows otherwise', () => {
  const shown = (body: string) => readArticleText('nl.md', `# Titel\n\nEerst dit.\n\n${body}\n`);

  it.each([
    ['a row of a table', '| a | b |', [[5, 'no table']]],
    ['a table, once', 'Zo:\n\n| a | **b** |\n| --- | --- |\n| c | d |', [[7, 'no table']]],
    ['a table without lines at its sides', 'a | b\n--- | ---\nc | d', [[6, 'no table']]],
    ['struck words', 'Dit is\n~~oud~~ en nieuw.', [[6, '~~']]],
    [
      'boxes to tick',
      '- [ ] neem brood mee\n- [x] klaar\n- gewoon',
      [
        [5, 'boxes'],
        [6, 'boxes'],
      ],
    ],
    ['loose stars', 'Dit is **belangrijk nu.', [[5, 'nothing strong']]],
    ['stars with a space behind them', 'Dit is ** belangrijk ** nu.', [[5, 'nothing strong']]],
    ['loose stars in an item', '- een\n- **twee', [[6, 'nothing strong']]],
    ['a list that goes on', '1. een\n2. twee\n\nDaarna dit.\n\n3. drie\n4. vier', [[10, 'begins at 3']]],
  ])('finds %s, with its line, and reads the page all the same', (_, body, expected) => {
    const { shownAsWritten = [], faults, data } = shown(body);
    expect(shownAsWritten.map(({ line }) => line)).toEqual(expected.map(([line]) => line));
    for (const [at, [, part]] of expected.entries()) expect(shownAsWritten[at]?.message).toContain(part);
    expect(faults).toEqual([]);
    expect((data as ArticleText).title).toBe('Titel');
  });

  it('counts its lines from the top of the file', () => {
    const { shownAsWritten } = readArticleText('nl.md', 'alt: Een huis\n# Titel\n\nEerst ~~dat~~ dit.\n');
    expect(shownAsWritten?.map(({ line }) => line)).toEqual([4]);
  });

  it.each([
    'Dit is **sterk**, en **dit\nook**.',
    '1. een\n2. twee\n\nDan:\n\n1. drie',
    '1. een\n1. twee',
    '- een\n- twee',
    'Kies \\*\\* of \\~\\~, * of #, en 5 ~ 6.',
    'Ja | nee, of [zo] en - dan.',
    '- [zo] heet het',
  ])('leaves alone what is shown as it was meant: %j', (body) => {
    expect(shown(body).shownAsWritten).toEqual([]);
  });
});

describe('the line of a field of the page', () => {
  it.each([
    [['title'], 1],
    [['lead'], 3],
    [['blocks', 0], 6],
    [['blocks', 1, 'runs', 0], 8],
    [['blocks', 2, 'items', 1], 11],
    [['blocks', 3, 'items', 9], 13],
    [['blocks', 9], 1],
    [['alt'], 1],
    [[], 1],
  ])('%j is line %i', (field, line) => {
    expect(readArticleText('nl.md', PAGE).lineOf(field)).toBe(line);
  });
});

describe('a page with something a kiosk cannot show', () => {
  const page = (body: string) => `# Titel\n\nEerst dit.\n\n${body}\n`;

  it.each([
    ['a link', 'Ga naar [de site](https://x.nl).', 5, 'no links'],
    ['a bare address in brackets', 'Ga naar <https://x.nl>.', 5, 'no links'],
    ['a link by its name', 'Ga naar [de site][a].\n\n[a]: https://x.nl', 5, 'linkReference'],
    ['a picture', 'Kijk: ![een huis](huis.png)', 5, 'image'],
    ['HTML', '<div>Hallo</div>', 5, 'html'],
    ['HTML inside a sentence', 'Dit is <b>vet</b>.', 5, 'html'],
    ['slanted words', 'Dit is *schuin*.', 5, 'emphasis'],
    ['code', 'Typ `dit`.', 5, 'inlineCode'],
    ['a quote', '> Gezegd is gezegd.', 5, 'blockquote'],
    ['a line across', '---', 5, 'thematicBreak'],
    ['a block of code', 'Eerst.\n\n```\nx\n```', 7, 'code'],
    ['a second title', '# Nog een titel', 5, 'Use "## "'],
    ['a small heading', '### Klein', 5, 'Use "## "'],
    ['a list in a list', '- een\n- twee\n  - binnen\n- drie', 6, 'one line of text'],
    ['two paragraphs in an item', '- een\n\n  nog wat\n- twee', 5, 'one line of text'],
    ['an empty item', '- een\n-\n', 6, 'one line of text'],
    ['a link in an item', '- een\n- [twee](https://x.nl)', 6, 'no links'],
    ['a link in strong words', 'Dit is **[een link](https://x.nl)**.', 5, 'no links'],
  ])('refuses %s, with its line', (_, body, line, message) => {
    const { faults } = readArticleText('nl.md', page(body));
    expect(faults[0]?.line).toBe(line);
    expect(faults[0]?.message).toContain(message);
  });

  it('says once of a line what is wrong with several parts of it', () => {
    const { faults } = readArticleText('nl.md', page('Dit is <b>vet</b>, en dit <i>ook</i>.'));
    expect(faults.map(({ line }) => line)).toEqual([5]);
  });

  it('refuses a link in the title and in the first paragraph', () => {
    const { faults } = readArticleText('nl.md', '# [Titel](https://x.nl)\n\n[Eerst](https://x.nl)\n');
    expect(faults.map(({ line }) => line)).toEqual([1, 3]);
  });

  it.each([
    ['', [1, 2]],
    ['Geen titel\n', [1, 2]],
    ['# Titel\n\n- een lijst\n', [2]],
    ['## Te klein\n\nEerst dit.\n', [1]],
  ])('wants a title and a first paragraph: %j', (text, lines) => {
    expect(readArticleText('nl.md', text).faults.map(({ line }) => line)).toEqual(lines);
  });

  it.each([
    ['in one line', '- '.repeat(2000)],
    ['quote in quote', `x\n\n${'>'.repeat(2000)} x`],
    ['line by line', Array.from({ length: 300 }, (_, deep) => `${'  '.repeat(deep)}- x`).join('\n')],
  ])('is not read at all when it nests far too deep: %s', (_, body) => {
    const { data, faults } = readArticleText('nl.md', page(body));
    expect(data).toBeUndefined();
    expect(faults).toHaveLength(1);
    expect(faults[0]?.message).toContain('nested too deep');
  });

  it('counts the line of what nests too deep from the top of the file', () => {
    expect(readArticleText('nl.md', `alt: x\n${page('- '.repeat(20))}`).faults[0]?.line).toBe(6);
  });

  it('takes a row of stripes for a line across, not for a deep list', () => {
    expect(readArticleText('nl.md', page('----------')).faults[0]?.message).toContain('thematicBreak');
  });
});
