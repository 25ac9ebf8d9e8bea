import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { wordsIn } from '../../core/domain/search/words-in.ts';
import type { Language } from '../../core/domain/words.ts';
import { indexShownDirectory } from '../../db/content/directory/index-directory.ts';
import { installPack } from '../../db/content/install-pack.ts';
import { searchPage } from '../../db/content/search-page.ts';
import { migrate, readMigrations } from '../../db/migrate.ts';
import { openInMemory } from '../../db/open.ts';
import { projectRoot } from '../../scripts/setup/places.mjs';
import { MIGRATIONS } from '../builders/a-store.ts';
import { importFrom, servicesIn } from '../builders/import-directory.ts';
import { shippedPack } from '../flows/shipped-pack.ts';
import { isHeldOut, isOfService, QUESTIONS, type Question } from './questions.ts';

/** Of so many questions the answer is among the first three. */
const LEAST = 0.95;

type Answered = Question & { readonly found: readonly string[] };

/** A page of results takes milliseconds, but on a busy machine a few hundred of them may take a while. */
const TIMEOUT = 120_000;

const DIRECTORY = join(projectRoot, 'assets/directory');

let answered: readonly Answered[];
let pages: ReadonlySet<string>;
let shown: (text: string, language: Language) => string[];
beforeAll(async () => {
  const db = openInMemory(undefined);
  migrate(db, readMigrations(join(MIGRATIONS, 'content')));
  installPack(db, { pack: shippedPack(), digest: 'shipped', media: new Map() });
  await importFrom(db, DIRECTORY);
  indexShownDirectory(db);
  const { flows, articles } = shippedPack();
  const services = new Map(
    servicesIn(db).map(({ id, name }) => [
      id,
      wordsIn(name)
        .map(({ word }) => word)
        .join('-'),
    ]),
  );
  pages = new Set([
    ...flows.map(({ flow }) => `flow:${flow.id}`),
    ...articles.map(({ article }) => `article:${article.id}`),
    ...[...services.values()].map((name) => `service:${name}`),
  ]);
  shown = (text, language) => {
    const { best, groups } = searchPage(db, { text, language }, '2026-11-26');
    return [...best, ...groups.flatMap(({ hits }) => hits)].map(
      ({ kind, id }) => `${kind}:${kind === 'service' ? services.get(id) : id}`,
    );
  };
  answered = QUESTIONS.map((question) => ({
    ...question,
    found: shown(question.asked, question.language).slice(0, 3),
  }));
  return () => db.close();
}, TIMEOUT);

describe('of what people really ask', () => {
  test.each<[string, (question: Answered, index: number) => boolean]>([
    ['while the search was tuned', (_, index) => !isHeldOut(index)],
    ['that were held out', (_, index) => isHeldOut(index)],
    ['in Dutch', ({ language }) => language === 'nl'],
    ['in English', ({ language }) => language === 'en'],
    ['about a service', isOfService],
  ])('the questions %s find their page among the first three', (_, which) => {
    const asked = answered.filter(which);
    const missed = asked.filter(({ expected, found }) => !found.some((page) => expected.includes(page)));
    const misses = missed.map(
      ({ language, asked, found }) => `${language} "${asked}" gives ${found.join(' ') || 'nothing'}`,
    );
    process.stdout.write(misses.map((miss) => `  missed: ${miss}\n`).join(''));
    expect(1 - missed.length / asked.length, misses.join('\n')).toBeGreaterThanOrEqual(LEAST);
  });

  const BENEFITS = ['article:bijstand', 'article:wia', 'article:ww-uitkering'];
  test('"uitkering" finds bijstand, WW and WIA first, and "benefits" finds them too', () => {
    expect(shown('uitkering', 'nl').slice(0, 3).sort()).toEqual(BENEFITS);
    expect(shown('benefits', 'en')).toEqual(expect.arrayContaining(BENEFITS));
  });

  test.each([
    ['vreemde keek mee op mijn computer', 'nl', 'article:gegevens-weggegeven'],
    ['anydesk', 'nl', 'article:gegevens-weggegeven'],
    ['mijn rekening is leeggehaald', 'nl', 'article:gegevens-weggegeven'],
    ['my account was emptied', 'en', 'article:gegevens-weggegeven'],
    ['mijn aow is te laag', 'nl', 'article:aow-uitleg'],
    ['aio', 'nl', 'article:aow-uitleg'],
    ['my aow is too low', 'en', 'article:aow-uitleg'],
  ])('"%s" finds in %s the page that says what to do now', (asked, language, page) => {
    expect(shown(asked, language).slice(0, 3)).toContain(page);
  });

  test('there are at least 150, 30 of them about a service, and every page that is expected exists', () => {
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(150);
    expect(QUESTIONS.filter(isOfService).length).toBeGreaterThanOrEqual(30);
    expect(QUESTIONS.flatMap(({ expected }) => expected).filter((page) => !pages.has(page))).toEqual([]);
  });
});
