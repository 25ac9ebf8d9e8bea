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
  DUPLICATE_KEY: 'This name is there twice. Take one away, or give it another name.',
  UNEXPECTED_TOKEN: 'The text goes on after its closing quote. Put the whole text in double quotes.',
};

/** What nobody can read, and the parser has no room for. */
export const TOO_DEEP = 'This is nested too deep. Write it flat.';

/** What is wrong with a file, for the person who wrote it: one fault a line, and only the first few. */
export function yamlFaults(errors: readonly YAMLError[], lines: LineCounter): Fault[] {
  const byLine = new Map<number, Fault>();
  for (const { code, message, pos } of errors) {
    const { line } = lines.linePos(pos[0]);
    if (byLine.has(line)) continue;
    const plain = `${message.replace(/\.$/, '')}. Correct the YAML here: check spaces, colons and quotes.`;
    if (message.startsWith('Maximum call stack')) return [{ line, message: TOO_DEEP }];
    byLine.set(line, { line, message: ADVICE[code] ?? plain });
  }
  return [...byLine.values()].slice(0, MOST_FAULTS);
}
