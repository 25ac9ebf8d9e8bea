/** Where the map lies under the glass: how far it is moved, in pixels of the glass, and how large it is. */
export type MapView = { readonly x: number; readonly y: number; readonly scale: number };
export type Size = { readonly width: number; readonly height: number };
export type Spot = { readonly x: number; readonly y: number };
export type Box = Spot & Size;

/** Smaller, nothing can be recognised; larger, a card fills the screen. */
const LEAST = 0.08;
const MOST = 2.5;
/** A map that is smaller than the glass is not blown up, or small flows would look shouted. */
const MOST_TO_FIT = 1.1;
/** Below this nobody reads the answers on the cards; what is shown instead can be read well. */
const LEAST_TO_READ = 0.5;
const TO_READ = 0.72;
const EDGE = 40;

/** The view in which all of a map is in sight, in the middle. */
export function wholeOf(map: Size, glass: Size): MapView {
  const room = Math.min((glass.width - 2 * EDGE) / map.width, (glass.height - 2 * EDGE) / map.height);
  const scale = bounded(Math.min(room, MOST_TO_FIT));
  return { scale, x: (glass.width - map.width * scale) / 2, y: (glass.height - map.height * scale) / 2 };
}

/** The view in which a map is first seen: whole, when it can be read so; else where it begins, large enough to read. */
export function firstOf(map: Size, start: Box, glass: Size): MapView {
  const whole = wholeOf(map, glass);
  if (whole.scale >= LEAST_TO_READ) return whole;
  const scale = TO_READ;
  const y = glass.height / 2 - (start.y + start.height / 2) * scale;
  // Not past the edges of the map, where there is nothing to see.
  const [top, bottom] = [EDGE, glass.height - EDGE - map.height * scale];
  return {
    scale,
    x: EDGE - start.x * scale,
    y: bottom < top ? Math.min(top, Math.max(bottom, y)) : (top + bottom) / 2,
  };
}

/** Larger or smaller by a factor; what lies under this spot of the glass stays there. */
export function zoomed(view: MapView, factor: number, at: Spot): MapView {
  const scale = bounded(view.scale * factor);
  const grown = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * grown, y: at.y - (at.y - view.y) * grown };
}

/** Moved over the glass. */
export function moved(view: MapView, by: Spot): MapView {
  return { ...view, x: view.x + by.x, y: view.y + by.y };
}

/** The same spot of the map, large enough to read what stands in the box, which is brought into sight. */
export function reading(view: MapView, box: Box, glass: Size): MapView {
  if (view.scale >= LEAST_TO_READ) return showing(view, box, glass);
  const at = {
    x: view.x + (box.x + box.width / 2) * view.scale,
    y: view.y + (box.y + box.height / 2) * view.scale,
  };
  return showing(zoomed(view, TO_READ / view.scale, at), box, glass);
}

/** Moved as little as shows a box of the map whole; one that is larger than the glass, from its upper left corner. */
export function showing(view: MapView, box: Box, glass: Size): MapView {
  const shift = (from: number, length: number, whole: number) => {
    if (from < EDGE || length > whole - 2 * EDGE) return EDGE - from;
    return Math.min(0, whole - EDGE - (from + length));
  };
  return moved(view, {
    x: shift(view.x + box.x * view.scale, box.width * view.scale, glass.width),
    y: shift(view.y + box.y * view.scale, box.height * view.scale, glass.height),
  });
}

/**
 * Is any of a box within sight, or within a glass's length around it? What is further away is not drawn: a large flow has hundreds
 * of cards and ways.
 */
export function isNear(view: MapView, box: Box, glass: Size): boolean {
  const near = (from: number, length: number, whole: number) => from + length > -whole && from < 2 * whole;
  return (
    near(view.x + box.x * view.scale, box.width * view.scale, glass.width) &&
    near(view.y + box.y * view.scale, box.height * view.scale, glass.height)
  );
}

/** The box around points. */
export function around(points: readonly Spot[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function bounded(scale: number): number {
  return Math.min(MOST, Math.max(LEAST, scale));
}
