import { expect, test } from 'vitest';
import { DESK_FLOORS, DESK_NEARS, DESK_WAYS } from '../../../core/domain/desk/desk-ways.ts';
import { wayWords } from '../../../renderer/visitor/desk/way-words.ts';
import { SCREEN_WORDS } from '../../../renderer/words/screen-words.ts';

test('the way is told in the order in which it is walked; without one, that there is a desk', () => {
  expect(wayWords(null)).toEqual(['desk.one']);
  expect(wayWords({ floor: 'same', way: null, near: null })).toEqual(['desk.one']);
  expect(wayWords({ floor: 'up', way: 'left', near: 'lift' })).toEqual([
    'desk.floor.up',
    'desk.way.left',
    'desk.near.lift',
  ]);
});

test('every language of the screens has words for every way', () => {
  for (const words of Object.values(SCREEN_WORDS))
    for (const floor of DESK_FLOORS)
      for (const way of DESK_WAYS)
        for (const near of DESK_NEARS)
          for (const key of wayWords({ floor, way, near }))
            expect(
              key
                .split('.')
                .reduce<unknown>(
                  (found, name) => (found as Record<string, unknown> | undefined)?.[name],
                  words,
                ),
            ).toBeTypeOf('string');
});
