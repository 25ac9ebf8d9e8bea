/** No file of a repository is nested deeper; what is would only be there to exhaust whoever reads it. */
const MOST_DEPTH = 32;

/**
 * The data in the bytes of a JSON file. Throws SyntaxError when they are not UTF-8, not JSON, or nested too deep, with a
 * message that says which.
 */
export function readJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new SyntaxError('it is not UTF-8', { cause });
  }
  if (depthAtMost(text) > MOST_DEPTH && depthOf(text) > MOST_DEPTH)
    throw new SyntaxError('it is nested too deep');
  if (/^\s*</.test(text)) throw new SyntaxError('it is a page, not data');
  return JSON.parse(text);
}

const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);
/** `[` and `{`, `]` and `}`: each pair differs by one bit only. */
const OPENS = '['.charCodeAt(0);
const CLOSES = ']'.charCodeAt(0);
const CURLY = 0x20;

/** White space of JSON. */
const SPACES = new Set([' ', '\t', '\n', '\r']);

/**
 * A depth that brackets surely do not go beyond, found without reading the texts. From the outside in, each object is the outermost,
 * the value of a field, or one of a list: so there are no more than the lists, the objects that follow a colon, and one for each list
 * and the outermost. Brackets inside texts only make it more. A manifest has one list.
 */
function depthAtMost(text: string): number {
  let depth = 1;
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) depth += 2;
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
    let before = at - 1;
    while (SPACES.has(text.charAt(before))) before--;
    if (text.charAt(before) === ':') depth++;
  }
  return depth;
}

/** How deep brackets nest, outside of texts. Most of a manifest is texts, so these are jumped over. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) at = endOfText(text, at);
    else if ((sign | CURLY) === (OPENS | CURLY)) deepest = Math.max(deepest, ++depth);
    else if ((sign | CURLY) === (CLOSES | CURLY)) depth--;
  }
  return deepest;
}

/** Where a text ends that begins at a quote: at the next quote with an even number of backslashes before it. */
function endOfText(text: string, begins: number): number {
  for (let at = text.indexOf('"', begins + 1); at > 0; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text.charCodeAt(at - 1 - escapes) === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return at;
  }
  return text.length;
}
