import type { PackSource } from '../pack-source.ts';
import type { Remark } from './finding.ts';

/** Articles in which signs of Markdown would stand on the screen as they were typed. */
export function checkMarkdown({ files }: PackSource): Remark[] {
  return files.flatMap(({ path, shownAsWritten = [] }) =>
    shownAsWritten.map(
      ({ line, message }): Remark => ({
        ...{ severity: 'error', rule: 'markdown', file: path, field: [], line },
        message,
      }),
    ),
  );
}
