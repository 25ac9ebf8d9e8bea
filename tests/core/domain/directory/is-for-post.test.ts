import { expect, test } from 'vitest';
import { isForPost } from '../../../../core/domain/directory/is-for-post.ts';

test.each([
  ['an address for letters', 'postal', 'physical', true],
  ['an address to go to, at a place for letters', 'physical', 'postal', false],
  ['an address that says nothing, at a place for letters', undefined, 'postal', true],
  ['an address that says nothing, at a building', undefined, 'physical', false],
] as const)('is %s one to write to', (_, address_type, location_type, expected) => {
  expect(isForPost({ address_type } as never, { location_type })).toBe(expected);
});
