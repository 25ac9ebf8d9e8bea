import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DeskLists } from '../../../../core/domain/desk/desk-lists.ts';

const SHIPPED = join(import.meta.dirname, '../../../../assets/desk/desk.json');
const shipped = () => JSON.parse(readFileSync(SHIPPED, 'utf8'));

it('takes the lists that ship, and the notes are off in them', () => {
  expect(DeskLists.parse(shipped())).toMatchObject({ notes: false });
});

it.each([
  [
    'an id that stands there twice',
    (lists: DeskLists) => lists.places.push(lists.places[0] as never),
    'places.6.id',
  ],
  [
    'an organization that is not in the list',
    (lists: DeskLists) => lists.organizations.shift(),
    'subCategories.5.organization',
  ],
  [
    'a name without Dutch',
    (lists: DeskLists) => Object.assign(lists.places[0] as never, { names: { en: 'x' } }),
    'places.0.names',
  ],
  [
    'more subjects than there are keys',
    (lists: DeskLists) =>
      lists.subCategories.push(
        ...Array.from({ length: 53 - lists.subCategories.length }, (_, index) => ({
          ...(lists.subCategories[0] as DeskLists['subCategories'][number]),
          id: `more-${index}`,
        })),
      ),
    'subCategories',
  ],
])('does not take %s, and says where', (_, spoil, where) => {
  const lists = shipped();
  spoil(lists);
  expect(DeskLists.safeParse(lists).error?.issues[0]?.path.join('.')).toBe(where);
});
