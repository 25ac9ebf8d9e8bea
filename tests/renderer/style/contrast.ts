/** The contrast of two colours `#rrggbb` as WCAG 2.2 defines it: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** A colour seen through a half transparent one that lies on it. Both given as red, green, blue and how opaque. */
export function laidOver(veil: string, ground: string): string {
  const [above, opaque] = channels(veil);
  const [below] = channels(ground);
  const mixed = above.map((value, index) => Math.round(value * opaque + (below[index] ?? 0) * (1 - opaque)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour)[0].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): [number[], number] {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(colour);
  if (hex !== null) return [hex.slice(1).map((value) => Number.parseInt(value, 16)), 1];
  const rgb = /^rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)$/.exec(colour);
  if (rgb !== null) return [rgb.slice(1, 4).map(Number), Number(rgb[4]) / 100];
  throw new Error(`"${colour}" is not a colour that this test can read.`);
}
