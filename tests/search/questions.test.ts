import { describe, expect, test } from 'vitest';
import { installPack } from '../../db/content/install-pack.ts';
import { searchPage } from '../../electron/content/search-page.ts';
import { aStore } from '../builders/a-store.ts';
import { shippedPack } from '../flows/shipped-pack.ts';
import { isHeldOut, QUESTIONS, type Question } from './questions.ts';

/** Of so many questions the answer is among the first three. */
const LEAST = 0.95;

const store = () => {
  const db = aStore('content');
  installPack(db, { pack: shippedPack(), digest: 'shipped', media: new Map() });
  return db;
};

describe('of what people really ask', () => {
  const tuned = QUESTIONS.filter((_, index) => !isHeldOut(index));
  const heldOut = QUESTIONS.filter((_, index) => isHeldOut(index));

  test.each([
    ['while the search was tuned', tuned],
    ['that were held out', heldOut],
    ['in Dutch', QUESTIONS.filter(({ language }) => language === 'nl')],
    ['in English', QUESTIONS.filter(({ language }) => language === 'en')],
  ])('the questions %s find their page among the first three', (_, questions) => {
    const misses = missesOf(questions);
    const met = questions.length - misses.length;
    expect(met / questions.length, misses.join('\n')).toBeGreaterThanOrEqual(LEAST);
  });

  test('there are at least 150, and every page that is expected exists', () => {
    const { flows, articles } = shippedPack();
    const pages = new Set([
      ...flows.map(({ flow }) => `flow:${flow.id}`),
      ...articles.map(({ article }) => `article:${article.id}`),
    ]);
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(150);
    expect(QUESTIONS.flatMap(({ expected }) => expected).filter((page) => !pages.has(page))).toEqual([]);
  });
});

function missesOf(questions: readonly Question[]): string[] {
  const db = store();
  return questions.flatMap(({ language, asked, expected }) => {
    const { best } = searchPage(db, { text: asked, language }, '2026-11-26');
    const found = best.map(({ kind, id }) => `${kind}:${id}`);
    return found.some((page) => expected.includes(page))
      ? []
      : [`${language} "${asked}" gives ${found.join(' ') || 'nothing'}`];
  });
}
