import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeskLists } from '../../../../core/domain/desk/desk-lists.ts';
import type { QuestionFacts } from '../../../../core/domain/desk/desk-question.ts';
import {
  FAVOURITES_LEARN_FROM,
  type Favourite,
  favouritesOf,
  MOST_FAVOURITES,
  othersOf,
} from '../../../../core/domain/desk/favourites.ts';
import { aQuestion } from './a-question.ts';

const ids = Array.from({ length: 14 }, (_, index) => `vraag-${String(index + 1).padStart(2, '0')}`);
const lists = DeskLists.parse({
  subCategories: ids.map((id) => ({ id, names: { nl: id }, category: 'information' })),
  organizations: ['uwv', 'logius'].map((id) => ({ id, names: { nl: id } })),
  places: [],
});
const asked = (subCategory: string, other: Partial<QuestionFacts> = {}): QuestionFacts =>
  aQuestion({ category: 'information', subCategory, ...other });
const names = (recent: QuestionFacts[]) => favouritesOf(recent, lists).map(({ subCategory }) => subCategory);

describe('the favourites of a desk', () => {
  it('are the first of the list before anything was asked', () => {
    expect(names([])).toEqual(ids.slice(0, MOST_FAVOURITES));
  });

  it('learn which are asked, and keep their places: what is asked most moves nothing', () => {
    expect(names([asked('vraag-14'), asked('vraag-14'), asked('vraag-03')])).toEqual([
      ...ids.slice(0, 8),
      'vraag-14',
    ]);
  });

  it('forget what was asked long ago', () => {
    const often = Array.from({ length: 200 }, () => asked('vraag-14'));
    const of = (late: string[]) => [...late.map((id) => asked(id)), ...often];
    expect(names(of(ids.slice(0, 9)))).toContain('vraag-14');
    const since = Array.from({ length: 390 }, (_, index) => ids[index % 9] as string);
    expect(names(of(since))).toEqual(ids.slice(0, 9));
  });

  it('learn from a tally sheet what was marked most in it, wherever that stands on the sheet', () => {
    const sheet = [...ids].reverse().flatMap((id) => {
      return Array.from({ length: id === 'vraag-01' ? 14 : 12 }, () => asked(id));
    });
    const together = sheet.map((each) => ({ ...each, loggedAt: '2026-11-26T13:00:00.000Z' }));
    expect([names(sheet).includes('vraag-01'), names(together).includes('vraag-01')]).toEqual([false, true]);
  });

  it('learn how long each usually takes and how it ends', () => {
    const recent = [
      asked('vraag-02', { duration: 'over-60', outcome: 'referred' }),
      asked('vraag-02', { duration: '15-30', outcome: 'helped' }),
      asked('vraag-02', { duration: '15-30', outcome: 'helped' }),
    ];
    expect(favouritesOf(recent, lists)[1]).toMatchObject({ duration: '15-30', outcome: 'helped' });
  });

  it('are none that the library took off its list, or sorts otherwise now', () => {
    const gone = [asked('van-vroeger'), asked('van-vroeger'), asked('vraag-14', { category: 'course' })];
    expect(names(gone)).toEqual(ids.slice(0, MOST_FAVOURITES));
    // What is not sorted further is of no list.
    const unsorted = { ...asked('x'), subCategory: null };
    expect(names([unsorted, ...gone])).toContain(null);
  });

  it('follow the list when it says another organisation: it has its tile, and what the list does not have has none', () => {
    const corrected = (organizations: string[]): DeskLists => ({
      ...lists,
      subCategories: lists.subCategories.map((sub, index) => ({
        ...sub,
        ...(index === 0 && { organization: 'nieuw-org' }),
      })),
      organizations: organizations.map((id) => ({ id, names: { nl: id } })),
    });
    const recent = Array.from({ length: FAVOURITES_LEARN_FROM }, (_, index) =>
      asked(ids[index % 12] as string, { organization: index % 12 === 0 ? 'logius' : null }),
    );
    const tiles = (now: DeskLists) => {
      const found = favouritesOf(recent, now);
      const of = (all: Favourite[]) =>
        all.filter(({ subCategory }) => subCategory === ids[0]).map(({ organization }) => organization);
      return [of(found), of(othersOf(found, now))];
    };
    expect(tiles(corrected(['nieuw-org']))).toEqual([[], ['nieuw-org']]);
    // What the list still has may have been chosen: it stays, and the list's own is there beside it.
    expect(tiles(corrected(['logius', 'nieuw-org']))).toEqual([['logius'], ['nieuw-org']]);
  });

  it('are never the same twice, and never more than there are keys', () => {
    const one = fc.record({
      sub: fc.constantFrom(...ids, null),
      org: fc.constantFrom('uwv', 'van-vroeger', null),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), (all) => {
        const recent = all.map(({ sub, org }) => ({ ...asked('x'), subCategory: sub, organization: org }));
        const found = favouritesOf(recent, lists);
        const keys = found.map(({ subCategory, organization }) => `${subCategory} ${organization}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(found).toHaveLength(MOST_FAVOURITES);
        expect(found.map(({ organization }) => organization)).not.toContain('van-vroeger');
        // Nothing of the list is out of reach, as the list has it.
        const there = [...found, ...othersOf(found, lists)];
        const usual = there.filter(({ organization }) => organization === null);
        expect(usual.map(({ subCategory }) => subCategory)).toEqual(expect.arrayContaining(ids));
      }),
    );
  });
});
