import type { PackSource } from '../pack-source.ts';
import type { Remark } from './finding.ts';

/** The files in which all is text for people. Elsewhere a comment behind an id, a day or an amount is a help. */
const WORDS = /(?:^|\/)words\.[a-z]+\.yaml$/;

/** Texts that end sooner than their author may think: YAML reads " #" and what follows it as a comment. */
export function checkCutOff({ files }: PackSource): Remark[] {
  return files
    .filter(({ path }) => WORDS.test(path))
    .flatMap(({ path, cutOffAt = [] }) =>
      cutOffAt.map(
        (line): Remark => ({
          ...{ severity: 'warning', rule: 'cut-off', file: path, field: [], line },
          message:
            'Behind " #" this line is a comment, which nobody sees. Put the whole text in quotes, or the comment on a line of its own.',
        }),
      ),
    );
}
