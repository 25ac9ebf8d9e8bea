import type { IconNode } from 'lucide';

type Attributes = IconNode[number][1];

/**
 * The lines of an icon as the `d` of a single path (SVG 2, chapter 9), so that a screen with twelve icons has twelve elements fewer than
 * lines. Undefined for one that is more than lines: with a filled dot, or of a shape that is not known here.
 */
export function onePath(icon: IconNode): string | undefined {
  const parts = icon.map(([tag, attributes]) =>
    attributes['fill'] === undefined ? LINES[tag]?.(attributes) : undefined,
  );
  return parts.includes(undefined) ? undefined : parts.join('');
}

/** What each shape is as part of a path: from where it begins, absolute, whatever came before. */
const LINES: Readonly<Record<string, (attributes: Attributes) => string>> = {
  // Where a path of its own begins, a relative move is one from 0,0.
  path: ({ d }) => `M0 0${d}`,
  line: ({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`,
  circle: ({ cx, cy, r }) => oval(Number(cx), Number(cy), Number(r), Number(r)),
  ellipse: ({ cx, cy, rx, ry }) => oval(Number(cx), Number(cy), Number(rx), Number(ry)),
  rect: ({ x, y, width, height, rx = 0, ry = rx }) => {
    const [w, h, across, down] = [Number(width), Number(height), Number(rx), Number(ry)];
    const turn = (toX: number, toY: number) => `a${across} ${down} 0 0 1 ${toX} ${toY}`;
    return [
      `M${Number(x ?? 0) + across} ${y ?? 0}h${w - 2 * across}${turn(across, down)}`,
      `v${h - 2 * down}${turn(-across, down)}h${2 * across - w}${turn(-across, -down)}`,
      `v${2 * down - h}${turn(across, -down)}z`,
    ].join('');
  },
};

function oval(x: number, y: number, rx: number, ry: number): string {
  const half = (toX: number) => `a${rx} ${ry} 0 1 1 ${toX} 0`;
  return `M${x - rx} ${y}${half(2 * rx)}${half(-2 * rx)}z`;
}
