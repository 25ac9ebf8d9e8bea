import { describe, expect, it } from 'vitest';
import {
  around,
  firstOf,
  isNear,
  type MapView,
  moved,
  reading,
  showing,
  wholeOf,
  zoomed,
} from '../../../../renderer/admin/preview/map/map-view.ts';

const GLASS = { width: 1000, height: 600 };
const CARD = { x: 2000, y: 900, width: 300, height: 200 };
/** Where a spot of the map lies on the glass. */
const onGlass = ({ x, y, scale }: MapView, spot: { x: number; y: number }) => ({
  x: x + spot.x * scale,
  y: y + spot.y * scale,
});

describe('a map under the glass', () => {
  it('is whole and in the middle', () => {
    const view = wholeOf({ width: 3000, height: 500 }, GLASS);
    expect(onGlass(view, { x: 0, y: 250 }).x).toBeCloseTo(40);
    expect(onGlass(view, { x: 0, y: 250 }).y).toBeCloseTo(300);
    expect(onGlass(view, { x: 3000, y: 250 }).x).toBeCloseTo(960);
  });

  it('is not blown up when it is small, and never smaller than can be seen', () => {
    expect(wholeOf({ width: 200, height: 100 }, GLASS).scale).toBe(1.1);
    expect(wholeOf({ width: 1_000_000, height: 100 }, GLASS).scale).toBe(0.08);
  });

  it('is first seen whole when that can be read, else where it begins', () => {
    const start = { x: 0, y: 700, width: 300, height: 200 };
    expect(firstOf({ width: 1200, height: 500 }, start, GLASS)).toEqual(
      wholeOf({ width: 1200, height: 500 }, GLASS),
    );
    const view = firstOf({ width: 6000, height: 2000 }, start, GLASS);
    expect(view.scale).toBe(0.72);
    expect(onGlass(view, { x: 0, y: 800 })).toEqual({ x: 40, y: 300 });
    // One that begins at its top does not hang below an empty half.
    const top = firstOf({ width: 6000, height: 2000 }, { ...start, y: 0 }, GLASS);
    expect(onGlass(top, { x: 0, y: 0 }).y).toBe(40);
    // One that is flat lies in the middle.
    const flat = firstOf({ width: 6000, height: 100 }, { ...start, y: 0 }, GLASS);
    expect(onGlass(flat, { x: 0, y: 50 }).y).toBeCloseTo(300);
  });

  it('keeps the spot under the finger when it grows, as far as it may', () => {
    const view = { x: -300, y: 20, scale: 0.5 };
    const finger = { x: 400, y: 250 };
    const spot = { x: (finger.x - view.x) / view.scale, y: (finger.y - view.y) / view.scale };
    for (const factor of [2, 0.3, 1000, 0.0001]) {
      const after = zoomed(view, factor, finger);
      expect(after.scale).toBeGreaterThanOrEqual(0.08);
      expect(after.scale).toBeLessThanOrEqual(2.5);
      expect(onGlass(after, spot).x).toBeCloseTo(finger.x);
      expect(onGlass(after, spot).y).toBeCloseTo(finger.y);
    }
  });

  it('moves as little as brings a card into sight', () => {
    const seen = { x: -1800, y: -800, scale: 1 };
    expect(showing(seen, CARD, GLASS)).toEqual(seen);
    expect(showing({ x: 0, y: 0, scale: 1 }, CARD, GLASS)).toEqual({ x: -1340, y: -540, scale: 1 });
    expect(showing({ x: -5000, y: -3000, scale: 1 }, CARD, GLASS)).toEqual({ x: -1960, y: -860, scale: 1 });
    // What is larger than the glass is read from its beginning.
    expect(showing({ x: 0, y: 0, scale: 1 }, { ...CARD, width: 5000 }, GLASS).x).toBe(-1960);
  });

  it('becomes large enough to read a card that was chosen, which stays where it was', () => {
    const small = { x: 0, y: 0, scale: 0.2 };
    const view = reading(small, CARD, GLASS);
    expect(view.scale).toBe(0.72);
    const middle = { x: CARD.x + 150, y: CARD.y + 100 };
    expect(onGlass(view, middle).x).toBeCloseTo(onGlass(small, middle).x);
    expect(reading({ x: 0, y: 0, scale: 1 }, CARD, GLASS).scale).toBe(1);
  });

  it('is drawn within sight and a glass around it, and no further', () => {
    const view = { x: 0, y: 0, scale: 1 };
    const at = (x: number, y: number) => isNear(view, { x, y, width: 100, height: 100 }, GLASS);
    expect([at(0, 0), at(1999, 0), at(-1099, 0), at(0, 1199)]).toEqual([true, true, true, true]);
    expect([at(2001, 0), at(-1101, 0), at(0, 1201), at(0, -701)]).toEqual([false, false, false, false]);
    expect(moved(view, { x: 5, y: -5 })).toEqual({ x: 5, y: -5, scale: 1 });
  });

  it('knows the box around a way', () => {
    expect(
      around([
        { x: 3, y: 9 },
        { x: 1, y: 4 },
        { x: 2, y: 12 },
      ]),
    ).toEqual({ x: 1, y: 4, width: 2, height: 8 });
  });
});
