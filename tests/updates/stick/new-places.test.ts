import { expect, test } from 'vitest';
import type { MountedPlace } from '../../../updates/stick/mounted-places.ts';
import { newPlaces } from '../../../updates/stick/new-places.ts';

const A = { id: '1', folder: '/media/A' };
const B = { id: '2', folder: '/media/B' };

test('what is there at first is new, then only what came since; out and in again is new', () => {
  let mounted: MountedPlace[] = [A];
  const next = newPlaces(() => mounted);
  expect(next()).toEqual([A]);
  expect(next()).toEqual([]);
  mounted = [A, B];
  expect(next()).toEqual([B]);
  mounted = [B];
  expect(next()).toEqual([]);
  mounted = [A, B];
  expect(next()).toEqual([A]);
});

test('a stick that was taken out and plugged in between two looks is new', () => {
  let mounted: MountedPlace[] = [A];
  const next = newPlaces(() => mounted);
  next();
  mounted = [{ ...A, id: '3' }];
  expect(next()).toEqual(mounted);
});
