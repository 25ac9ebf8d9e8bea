import { expect, test } from 'vitest';
import { DeskLists, MOST_SUBJECTS } from '../../../../core/domain/desk/desk-lists.ts';
import { favouritesOf, MOST_FAVOURITES, othersOf } from '../../../../core/domain/desk/favourites.ts';
import { letterKey, pressedKey } from '../../../../renderer/staff/log/tile-keys.ts';

test('each question that is no favourite has a key of its own, and is what that key presses', () => {
  const keys = Array.from({ length: 52 }, (_, index) => letterKey(index));
  expect(new Set(keys).size).toBe(52);
  expect([keys[0], keys[25], keys[26], keys[51], letterKey(52)]).toEqual([
    ...['a', 'z', 'shift a', 'shift z', undefined],
  ]);
  expect(pressedKey({ key: 'A', shiftKey: true })).toBe('shift a');
  expect(pressedKey({ key: 'A', shiftKey: false })).toBe('a'); // Caps Lock
  expect(pressedKey({ key: '1', shiftKey: false })).toBe('1');
});

test('every question of the longest list has a key, also where no favourite is as that list has it', () => {
  const lists = DeskLists.parse({
    subCategories: Array.from({ length: MOST_SUBJECTS }, (_, index) => ({
      ...{ id: `subject-${index}`, names: { nl: 'Een vraag' }, category: 'information' },
    })),
    organizations: [{ id: 'gemeente', names: { nl: 'Gemeente' } }],
    places: [],
  });
  const corrected = lists.subCategories.slice(0, MOST_FAVOURITES).map(({ id }) => ({
    ...({ category: 'information', subCategory: id, organization: 'gemeente', duration: '5-15' } as const),
    ...({ channel: 'desk', outcome: 'answered', language: 'nl', place: null } as const),
  }));
  const favourites = favouritesOf(corrected, lists);
  expect(favourites.map(({ organization }) => organization)).toEqual(corrected.map(() => 'gemeente'));
  const keys = othersOf(favourites, lists).map((_, index) => letterKey(index));
  expect(keys).not.toContain(undefined);
  expect(new Set(keys).size).toBe(MOST_SUBJECTS);
});
