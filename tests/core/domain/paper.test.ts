import { expect, it } from 'vitest';
import { paperOf } from '../../../core/domain/paper.ts';

it.each([
  [210, 297, 'a4'],
  [209.9, 297.04, 'a4'],
  [79.73, 297.04, 'receipt'],
  [72, 200, 'receipt'],
  [58, 3276, 'receipt'],
  [215.9, 279.4, undefined],
  [297, 210, undefined],
  [0, 0, undefined],
])('takes %s by %s mm for %s', (width, height, paper) => expect(paperOf(width, height)).toBe(paper));
