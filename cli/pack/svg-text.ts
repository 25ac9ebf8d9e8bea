/** How a line of text looks. */
export type TextStyle = {
  readonly size: number;
  readonly ink: string;
  readonly bold?: boolean;
  readonly slanted?: boolean;
};

/** One line of text at a place: `y` is where its letters stand on. */
export function svgText(
  content: string,
  x: number,
  y: number,
  { size, ink, bold, slanted }: TextStyle,
): string {
  const weight = bold === true ? ' font-weight="700"' : '';
  const slant = slanted === true ? ' font-style="italic"' : '';
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${ink}"${weight}${slant}>${xml(content)}</text>`;
}

/** XML 1.0, 2.4: signs that mean something are written out. Those that no XML can hold (2.2) are dropped. */
export function xml(content: string): string {
  const signs: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return [...content]
    .filter(isXmlSign)
    .join('')
    .replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

function isXmlSign(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  const control = code < 0x20 && code !== 0x9 && code !== 0xa && code !== 0xd;
  return !control && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
