import { expect, test } from 'vitest';
import { textsOf } from '../../../../core/domain/check/texts.ts';
import { aPack } from '../../../builders/a-pack.ts';

const texts = (pack = aPack()) =>
  textsOf(pack).map(({ file, field, label }) => [`${file} ${field.join('.')}`, label]);

test('finds the texts of words, flows and articles, and tells labels from sentences', () => {
  expect(texts()).toEqual(
    expect.arrayContaining([
      ['words.nl.yaml topics.geld.hint', true],
      ['words.nl.yaml contacts.balie.text', false],
      ['flows/huur/words.nl.yaml questions.huurt-u.ask', false],
      ['flows/huur/words.nl.yaml outcomes.wel.title', true],
      ['articles/huur-uitleg/nl.md title', true],
      ['articles/huur-uitleg/nl.md lead', false],
    ]),
  );
});

test('tells opening hours apart: they are terms by nature', () => {
  const { words, ...rest } = aPack();
  const nl = words['nl'];
  if (nl === undefined) throw new Error('The pack of the tests is in Dutch.');
  const contacts = { balie: { name: 'De balie', text: 'Kom langs.', hours: 'ma-vr 9-17' } };
  const found = textsOf({ ...rest, words: { nl: { ...nl, contacts } } });
  expect(found.filter(({ hours }) => hours).map(({ field }) => field.join('.'))).toEqual([
    'contacts.balie.hours',
  ]);
});

test('knows of an article where each block and each item of a list stands', () => {
  const pack = aPack();
  const [{ article, texts: written } = { article: undefined, texts: undefined }] = pack.articles;
  const nl = written?.['nl'];
  if (article === undefined || nl === undefined) throw new Error('The pack of the tests has an article.');
  const run = (text: string) => ({ runs: [{ text }], line: 1 });
  const blocks = [
    { kind: 'heading' as const, ...run('Zo werkt het') },
    { kind: 'list' as const, ordered: true, items: [run('Bel.'), run('Vraag.')] },
  ];
  const articles = [{ article, texts: { nl: { ...nl, alt: 'Een huis', blocks } } }];
  expect(
    textsOf({ ...pack, articles })
      .filter(({ file }) => file.endsWith('.md'))
      .map(({ field, text, label }) => [field.join('.'), text, label]),
  ).toEqual([
    ['title', 'Geld voor de huur', true],
    ['alt', 'Een huis', false],
    ['lead', 'U kunt geld krijgen voor de huur.', false],
    ['blocks.0', 'Zo werkt het', true],
    ['blocks.1.items.0', 'Bel.', false],
    ['blocks.1.items.1', 'Vraag.', false],
  ]);
});
