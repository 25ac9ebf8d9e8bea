import { expect, test } from 'vitest';
import { TermBook } from '../../../../core/domain/directory/term-book.ts';
import { anAttribute, aService } from '../../../builders/a-service.ts';

const about = (topic: string, name = topic) => {
  const attribute = anAttribute('topic', topic);
  return aService({
    attributes: [{ ...attribute, taxonomy_term: { ...attribute.taxonomy_term, name } }],
    service_at_locations: [],
  });
};
const termOf = (service: ReturnType<typeof about>) => service.attributes?.[0]?.taxonomy_term;

test('a term is news once, and again when it says another thing', () => {
  const book = new TermBook();
  expect(book.news(about('geld')).map(({ code }) => code)).toEqual(['geld']);
  expect(book.news(about('geld'))).toEqual([]);
  expect(book.news(about('geld', 'Money')).map(({ name }) => name)).toEqual(['Money']);
});

test('what was seen first takes the place of what says another thing', () => {
  const book = new TermBook();
  book.unify(about('geld'));
  const other = about('geld', 'Money');
  expect(book.unify(other)).toEqual(['term-topic-geld']);
  expect(termOf(other)?.name).toBe('geld');
  expect(book.unify(about('geld'))).toEqual([]);
});

test('tells whether terms agree with what was seen, and takes in the new ones', () => {
  const book = new TermBook();
  const term = termOf(about('geld'));
  if (term === undefined) throw new Error('The service of the tests has a term.');
  expect(book.agrees([term])).toBe(true);
  expect(book.agrees([{ ...term, name: 'Money' }])).toBe(false);
});
