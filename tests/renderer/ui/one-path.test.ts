import { expect, test } from 'vitest';
import { onePath } from '../../../renderer/ui/one-path.ts';
import { PICTURE_ICONS } from '../../../renderer/ui/picture-icons.ts';

test('every shape becomes a part of one path', () => {
  expect(
    onePath([
      ['path', { d: 'm9 18 6-6' }],
      ['line', { x1: 1, y1: 2, x2: 3, y2: 4 }],
      ['circle', { cx: 12, cy: 12, r: 10 }],
      ['ellipse', { cx: 12, cy: 5, rx: 9, ry: 3 }],
      ['rect', { x: 2, y: 6, width: 20, height: 8, rx: 1 }],
    ]),
  ).toBe(
    [
      'M0 0m9 18 6-6',
      'M1 2L3 4',
      'M2 12a10 10 0 1 1 20 0a10 10 0 1 1 -20 0z',
      'M3 5a9 3 0 1 1 18 0a9 3 0 1 1 -18 0z',
      'M3 6h18a1 1 0 0 1 1 1v6a1 1 0 0 1 -1 1h-18a1 1 0 0 1 -1 -1v-6a1 1 0 0 1 1 -1z',
    ].join(''),
  );
});

test('a rectangle without a place stands in the corner, and without round corners has none', () => {
  expect(onePath([['rect', { width: 4, height: 2 }]])).toBe(
    'M0 0h4a0 0 0 0 1 0 0v2a0 0 0 0 1 0 0h-4a0 0 0 0 1 0 0v-2a0 0 0 0 1 0 0z',
  );
});

test('an icon with more than lines stays in its parts', () => {
  expect(onePath([['circle', { cx: 1, cy: 1, r: 1, fill: 'currentColor' }]])).toBeUndefined();
  expect(onePath([['polygon', { points: '1 1 2 2' }]])).toBeUndefined();
});

test('nearly every picture of the content is one path, without a number that is none', () => {
  const paths = Object.values(PICTURE_ICONS).map((icon) => icon && onePath(icon));
  expect(paths.filter((path) => path === undefined).length).toBeLessThan(paths.length / 10);
  expect(paths.join()).not.toMatch(/undefined|NaN/);
});
