import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ENCODINGS = ['utf8', 'utf16le', 'latin1'] as const;

/** The files in a folder, and in all below it, that have one of these marks in them, in any way a text is written. */
export function filesWithMarks(folder: string, marks: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => join(parentPath, name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return marks.some((mark) => ENCODINGS.some((encoding) => bytes.includes(Buffer.from(mark, encoding))));
    });
}
