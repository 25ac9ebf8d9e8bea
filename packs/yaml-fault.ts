import type { ErrorCode, LineCounter, YAMLError } from 'yaml';
import type { SourceFile } from '../core/domain/pack-source.ts';

type Fault = SourceFile['faults'][number];

/** After so many, what follows is mostly a consequence of what came before. */
const MOST_FAULTS = 5;

/** What an author can do about the mistakes that are made most. */
const ADVICE: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'This line begins with a tab. Use spaces: two for each step inwards.',
  BLOCK_AS_IMPLICIT_KEY:
    'There is a second colon here, or the next line stands too far inwards. Put text with a colon in quotes.',
  BAD_SCALAR_START: 'A text cannot begin with this sign. Put the text in quotes.',
  MULTILINE_IMPLICIT_KEY:
    'A colon is missing here, or the space behind it. Write the line as in "name: text".',
  TAG_RESOLVE_FAILED: 'A text that begins with "!" is read as a tag. Put the text in quotes.',
  UNEXPECTED_TOKEN: 'The text goes on after its closing quote. Put the whole text in double quotes.',
};

/** What nobody can read, and the parser has no room for. */
export const TOO_DEEP = 'This is nested too deep. Write it flat.';

const STRANGE_SPACE = String.raw`[\u00a0\u2000-\u200b\u202f\u205f\u3000]`;

/**
 * Mistakes that one sees no sign of, or that make the parser stumble over all that follows: where such a line is, only these are told. What
 * comes along with text of a web page or a text program, and what a tool for versions leaves behind.
 */
const IN_LINES = [
  {
    pattern: /^(?:<{7}|={7}|>{7})(?: |$)/,
    most: 1,
    message:
      'Two versions of this file were put together here. Keep one of them, and take away the lines with <<<<<<<, ======= and >>>>>>>.',
  },
  {
    pattern: new RegExp(`^[ -]*${STRANGE_SPACE}|^[ -]*["']?[a-z0-9_.-]+["']?:${STRANGE_SPACE}`),
    most: MOST_FAULTS,
    message:
      'There is a space here that is no ordinary one, as comes along from a web page. Type the spaces of this line again.',
  },
];

/** A text that begins with a quote as text programs make it. */
const CURLY = /(?:[:,[{-]\s+|^\s*)[“”„‘’]/;

/** A text that begins as a group or list does: "{huur.grens} is de grens". */
const BRACED = /[:-]\s+[{[]/;

/** A text that begins with a sign that means something: a list, an alias, a folded text. */
const SIGNED = /:\s+[-*>|&?]/;

/** What is wrong with a file, for the person who wrote it: one fault a line, and only the first few. */
export function yamlFaults(text: string, errors: readonly YAMLError[], lines: LineCounter): Fault[] {
  if (errors.length === 0) return [];
  const rows = text.split(/\r?\n/);
  for (const { pattern, most, message } of IN_LINES) {
    const places = rows.flatMap((row, index) => (pattern.test(row) ? [{ line: index + 1, message }] : []));
    if (places.length > 0) return places.slice(0, most);
  }
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  const byLine = new Map<number, Fault>();
  for (const error of tabs.length > 0 ? tabs : errors) {
    const { line, col } = lines.linePos(error.pos[0]);
    if (error.message.startsWith('Maximum call stack')) return [{ line, message: TOO_DEEP }];
    const fault = neverClosed(error, rows, line) ?? { line, message: adviceOn(error, rows, line, col) };
    if (!byLine.has(fault.line)) byLine.set(fault.line, fault);
  }
  return [...byLine.values()].slice(0, MOST_FAULTS);
}

/** What is open is noticed where something else begins, or only at the end: told where it was opened. */
function neverClosed({ code, message }: YAMLError, rows: readonly string[], line: number): Fault | undefined {
  const quote = code === 'MISSING_CHAR' ? /^Missing closing (["'])quote/.exec(message)?.[1] : undefined;
  const closing = /^Flow (?:map|sequence) in block collection .* with a ([}\]])/.exec(message)?.[1];
  if (quote === undefined && closing === undefined) return undefined;
  const opens =
    quote !== undefined
      ? (row: string) => new RegExp(`(?:^|[:,[{-])\\s*${quote}[^${quote}]*$`).test(row)
      : (row: string) => row.split(closing === '}' ? '{' : '[').length > row.split(closing ?? '').length;
  const at = rows.slice(0, line).findLastIndex(opens);
  if (at < 0) return undefined;
  const advice =
    quote !== undefined
      ? `The quote that opens here is never closed. Close it, or put a text with ${quote} in it in other quotes.`
      : `What opens here is never closed. Put ${closing} behind its last part.`;
  return { line: at + 1, message: advice };
}

function adviceOn({ code, message }: YAMLError, rows: readonly string[], line: number, col: number): string {
  const row = rows[line - 1] ?? '';
  if (code === 'DUPLICATE_KEY') return twice(rows, line, col);
  if (CURLY.test(row))
    return 'Curly quotes are no quotes here; only straight ones are. Type the quotes of this text again, as "text".';
  if (code === 'UNEXPECTED_TOKEN' && BRACED.test(row))
    return 'The text begins with a brace or a bracket. Put the whole text in double quotes.';
  if (code === 'UNEXPECTED_TOKEN' && SIGNED.test(row)) return ADVICE.BAD_SCALAR_START ?? message;
  if (/^All (?:mapping|sequence) items/.test(message))
    return 'This line begins further in or out than those it belongs with. Give them the same number of spaces.';
  return (
    ADVICE[code] ?? `${message.replace(/\.$/, '')}. Correct the YAML here: check spaces, colons and quotes.`
  );
}

/** The first time is the nearest line above in which the name begins in the same column, with or without a dash before it. */
function twice(rows: readonly string[], line: number, col: number): string {
  const nameIn = (row: string) => /^["']?([^"':\s][^"':]*)/.exec(row.slice(col - 1))?.[1]?.trimEnd();
  const name = nameIn(rows[line - 1] ?? '') ?? '';
  const before = rows
    .slice(0, line - 1)
    .findLastIndex((row) => nameIn(row) === name && /^[\s-]*$/.test(row.slice(0, col - 1)));
  const place = before < 0 ? '' : `, on line ${before + 1} too`;
  return `The name "${name}" is there twice${place}. Take one away, or give it another name.`;
}
