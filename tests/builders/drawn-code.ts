import { codePath, QUIET_EDGE } from '../../renderer/visitor/take-along/code-path.ts';

/** Pixels of a module. */
const PIXELS = 4;

/** The code of a text as a camera sees it: black modules on white, with the quiet edge. In RGBA, `side` pixels a side. */
export function drawnCode(text: string): { data: Uint8ClampedArray; side: number; modules: number } {
  const { size, path } = codePath(text);
  const side = (size + 2 * QUIET_EDGE) * PIXELS;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = 0; row < PIXELS; row++)
      for (let column = 0; column < Number(width) * PIXELS; column++) {
        const across = (Number(x) + QUIET_EDGE) * PIXELS + column;
        data.set([0, 0, 0], (((Number(y) + QUIET_EDGE) * PIXELS + row) * side + across) * 4);
      }
  return { data, side, modules: size };
}
