import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { installPack } from '../../db/content/install-pack.ts';
import { migrate, readMigrations } from '../../db/migrate.ts';
import { openInMemory } from '../../db/open.ts';
import { searchPage } from '../../electron/content/search-page.ts';
import { MIGRATIONS } from '../builders/a-store.ts';
import { shippedPack } from '../flows/shipped-pack.ts';
import { isHeldOut, QUESTIONS, type Question } from './questions.ts';

/** Of so many questions the answer is among the first three. */
const LEAST = 0.95;

type Answered = Question & { readonly found: readonly string[] };

/** A page of results takes milliseconds, but on a busy machine a few hundred of them may take a while. */
const TIMEOUT = 120_000;

let answered: readonly Answered[];
beforeAll(() => {
  const db = openInMemory(undefined);
  migrate(db, readMigrations(join(MIGRATIONS, 'content')));
  installPack(db, { pack: shippedPack(), digest: 'shipped', media: new Map() });
  answered = QUESTIONS.map((question) => {
    const { best } = searchPage(db, { text: question.asked, language: question.language }, '2026-11-26');
    return { ...question, found: best.map(({ kind, id }) => `${kind}:${id}`) };
  });
  db.close();
}, TIMEOUT);

describe('of what people really ask', () => {
  test.each<[string, (question: Answered, index: number) => boolean]>([
    ['while the search was tuned', (_, index) => !isHeldOut(index)],
    ['that were held out', (_, index) => isHeldOut(index)],
    ['in Dutch', ({ language }) => language === 'nl'],
    ['in English', ({ language }) => language === 'en'],
  ])('the questions %s find their page among the first three', (_, which) => {
    const asked = answered.filter(which);
    const missed = asked.filter(({ expected, found }) => !found.some((page) => expected.includes(page)));
    const misses = missed.map(
      ({ language, asked, found }) => `${language} "${asked}" gives ${found.join(' ') || 'nothing'}`,
    );
    process.stdout.write(misses.map((miss) => `  missed: ${miss}\n`).join(''));
    expect(1 - missed.length / asked.length, misses.join('\n')).toBeGreaterThanOrEqual(LEAST);
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
