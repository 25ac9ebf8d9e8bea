import { describe, expect, it } from 'vitest';
import { untangle } from '../../maps/untangle.ts';

const card = (id: string, y: number, height: number, ...arrivals: number[]) => ({ id, y, height, arrivals });

describe('end cards below each other', () => {
  it('stand in the order in which their ways arrive, with the same space between', () => {
    const run = [card('a', 0, 50, 300), card('b', 90, 100, 200), card('c', 210, 40, 100)];
    expect(untangle(run)).toEqual([card('c', 0, 40, 100), card('b', 80, 100, 200), card('a', 200, 50, 300)]);
  });

  it('stay as they are when nothing crosses', () => {
    const run = [card('a', 0, 50, 100, 200), card('b', 90, 50, 200), card('c', 180, 50)];
    expect(untangle(run)).toEqual(run);
  });

  it('stay as they are when another order crosses as often', () => {
    const run = [card('a', 0, 50, 10, 100), card('b', 90, 50, 20, 80)];
    expect(untangle(run)).toEqual(run);
  });

  it('can be one or none', () => {
    expect(untangle([])).toEqual([]);
    expect(untangle([card('a', 5, 50, 9)])).toEqual([card('a', 5, 50, 9)]);
  });
});
