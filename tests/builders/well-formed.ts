/**
 * Is this text well-formed XML, as far as a drawing needs it? Gives what is wrong, undefined when nothing is.
 * It looks at tags that open and close, quotes, and signs that must be written out (XML 1.0, 2.4, 3 and 3.1).
 */
export function xmlFault(text: string): string | undefined {
  const open: string[] = [];
  let roots = 0;
  for (const [piece] of text.matchAll(/<[^>]*>?|[^<]+/g)) {
    if (!piece.startsWith('<')) {
      if (!isText(piece)) return `not written out: ${piece}`;
      if (open.length === 0 && piece.trim() !== '') return `text outside: ${piece}`;
      continue;
    }
    const closing = /^<\/([\w:-]+)\s*>$/.exec(piece);
    if (closing !== null) {
      const last = open.pop();
      if (last !== closing[1]) return `${piece} closes <${last}>`;
      continue;
    }
    const [, name, attributes = '', self] =
      /^<([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>$/.exec(piece) ?? [];
    if (name === undefined) return `no tag: ${piece}`;
    const values = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)];
    if (new Set(values.map(([, key]) => key)).size < values.length) return `an attribute twice: ${piece}`;
    if (!values.every(([, , value = '']) => isText(value))) return `not written out: ${piece}`;
    if (open.length === 0 && ++roots > 1) return `a second root: ${piece}`;
    if (self === '') open.push(name);
  }
  return open.length > 0 ? `<${open.at(-1)}> does not close` : roots === 1 ? undefined : 'no root';
}

function isText(text: string): boolean {
  const known = text.replaceAll(/&(?:amp|lt|gt|quot|apos|#\d+);/g, '');
  return !/[&<]/.test(known) && [...text].every((sign) => isXmlSign(sign.codePointAt(0) ?? 0));
}

/** XML 1.0, 2.2: the signs that a text can hold. */
function isXmlSign(code: number): boolean {
  if (code < 0x20) return [0x9, 0xa, 0xd].includes(code);
  return code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff);
}
