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
  if (depthOf(text) > MOST_DEPTH) throw new SyntaxError('it is nested too deep');
  if (/^\s*</.test(text)) throw new SyntaxError('it is a page, not data');
  return JSON.parse(text);
}

/** How deep brackets nest, outside of texts. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (inText) {
      if (sign === '\\') at++;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '{' || sign === '[') deepest = Math.max(deepest, ++depth);
    else if (sign === '}' || sign === ']') depth--;
  }
  return deepest;
}
