import { expect, it } from 'vitest';
import { changeBetween } from '../../../../core/contract/repository/manifest-change.ts';
import { aManifest } from '../../../builders/a-manifest.ts';

it('names what is added, changed and removed, and counts the contents that must travel', () => {
  const before = aManifest({ a: '1', b: '2', c: '3' });
  expect(changeBetween(before, aManifest({ a: '1', b: '4', dd: '5', ee: '5', f: '3' }))).toEqual({
    added: ['dd', 'ee', 'f'],
    changed: ['b'],
    removed: ['c'],
    contents: [
      { path: 'b', length: 1, sha256: '4'.repeat(64) },
      { path: 'ee', length: 2, sha256: '5'.repeat(64) },
    ],
    bytes: 3,
  });
});

it('adds everything when there was nothing', () => {
  const change = changeBetween(undefined, aManifest({ a: '1', b: '2' }));
  expect(change).toMatchObject({ added: ['a', 'b'], changed: [], removed: [], bytes: 2 });
});
