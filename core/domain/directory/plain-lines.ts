/** A text in which all lines end as Balie keeps them: with `\n`, and not with the `\r\n` of Windows or a lone `\r`. */
export function withPlainLines(text: string): string {
  // Few texts have one, and most are short: looking is quicker than replacing nothing.
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}
