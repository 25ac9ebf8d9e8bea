import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCategories } from '../../cli/pack/read-categories.ts';
import { addDays } from '../../core/domain/calendar-date.ts';
import { findingText } from '../../core/domain/check/finding.ts';
import { checkPack } from '../../core/domain/check-pack.ts';
import { readPackFolder } from '../../packs/read-pack-folder.ts';
import { TODAY } from '../builders/today.ts';
import { SHIPPED_PACK, shippedPack } from './shipped-pack.ts';

const DIRECTORY = join(import.meta.dirname, '../../assets/directory');
const { about, topics, words, contacts, flows, articles } = shippedPack();

it('the shipped pack passes the check without a warning, held against the directory that ships', async () => {
  const context = { today: TODAY, categories: await readCategories(DIRECTORY) };
  expect(checkPack(readPackFolder(SHIPPED_PACK), context).findings.map(findingText)).toEqual([]);
});

describe('the shipped pack', () => {
  it('has at least 12 flows and 40 articles, and some of each under every one of eight topics', () => {
    expect(topics).toHaveLength(8);
    expect(flows.length).toBeGreaterThanOrEqual(12);
    expect(articles.length).toBeGreaterThanOrEqual(40);
    for (const { id } of topics) {
      expect(
        flows.filter(({ flow }) => flow.topic === id),
        id,
      ).not.toHaveLength(0);
      expect(
        articles.filter(({ article }) => article.topic === id),
        id,
      ).not.toHaveLength(0);
    }
  });

  it('says all of it in Dutch and in English', () => {
    expect(about.languages).toEqual(['nl', 'en']);
    const spoken = [words, ...flows.map((each) => each.words), ...articles.map(({ texts }) => texts)];
    for (const each of spoken) expect(Object.keys(each).sort()).toEqual(['en', 'nl']);
  });

  it('has the telephone numbers that somebody looked up, and no other', () => {
    const numbers = Object.entries(contacts).flatMap(([id, { phone }]) =>
      phone === undefined ? [] : [[id, phone]],
    );
    // From the checked facts: a number that is known by heart alone, as that of UWV, stays out.
    expect(Object.fromEntries(numbers)).toEqual({
      toeslagen: '0800-0543',
      digid: '088 123 65 55',
      cak: '0800-1925',
      schuldhulp: '0800-8115',
      'juridisch-loket': '0800-8020',
      mantelzorglijn: '030 760 60 55',
      fraudehelpdesk: '088 786 73 72',
    });
  });
});

describe('the days on which the shipped pack is looked at again', () => {
  const pages = [...flows.map(({ flow }) => flow), ...articles.map(({ article }) => article)];
  const days = [...pages, ...Object.values(contacts)].map(({ review_by }) => review_by);

  it('are spread: nobody loses more than a quarter of it at once', () => {
    for (const day of new Set(days))
      expect(days.filter((other) => other === day).length, day).toBeLessThanOrEqual(days.length / 4);
  });

  it('lie more than a month after it went out, and within a year after somebody looked', () => {
    for (const day of days) expect(day > addDays('2026-11-28', 30), day).toBe(true);
    for (const { id, review_by, sources } of pages)
      for (const { checked_on } of sources) expect(review_by <= addDays(checked_on, 365), id).toBe(true);
    for (const [id, { review_by, checked_on }] of Object.entries(contacts))
      expect(review_by <= addDays(checked_on, 365), id).toBe(true);
  });

  it('let no number go as long as a page tells people to call it', () => {
    const named = [
      ...articles.map(({ article }) => article),
      ...flows.flatMap(({ flow }) =>
        Object.values(flow.outcomes).map((outcome) => ({
          ...outcome,
          id: flow.id,
          review_by: flow.review_by,
        })),
      ),
    ];
    for (const page of named)
      for (const id of page.contacts)
        expect(contacts[id] && contacts[id].review_by >= page.review_by, `${page.id}: ${id}`).toBe(true);
  });
});
