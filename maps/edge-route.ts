/** A place on the map. */
export type Point = { readonly x: number; readonly y: number };

/** The space that the cards of one step take, from left to right. */
export type Column = { readonly left: number; readonly right: number };

/**
 * The points of a way from its answer to its card. Between two columns it bends; past a column it runs
 * straight through the lane that the layout kept free there, so it never crosses a card. Points come in
 * pairs: one bend a pair.
 */
export function routeEdge(
  port: Point,
  goal: Point,
  lane: readonly Point[],
  columns: readonly Column[],
): Point[] {
  const passed = columns.filter(({ left, right }) => left > port.x && right < goal.x);
  const straights = passed.flatMap(({ left, right }) => {
    const y = heightAt(lane, (left + right) / 2);
    return y === undefined
      ? []
      : [
          { x: left, y },
          { x: right, y },
        ];
  });
  return [port, ...straights, goal];
}

/** How high the lane lies at this place; undefined when it does not come there. */
function heightAt(lane: readonly Point[], x: number): number | undefined {
  for (const [index, to] of lane.entries()) {
    const from = lane[index - 1];
    if (from !== undefined && from.x <= x && x <= to.x)
      return to.x === from.x ? to.y : from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
  }
  return undefined;
}

/** A way as the path of an SVG: a bend between the two points of each pair, and a straight line from pair to pair. */
export function edgePath(points: readonly Point[]): string {
  return points
    .map(({ x, y }, index) => {
      const from = points[index - 1];
      if (from === undefined) return `M${x} ${y}`;
      const middle = (from.x + x) / 2;
      return index % 2 === 0 ? `L${x} ${y}` : `C${middle} ${from.y} ${middle} ${y} ${x} ${y}`;
    })
    .join('');
}
