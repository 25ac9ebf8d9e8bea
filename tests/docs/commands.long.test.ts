// A command that a guide names is there, with the options that it gives: somebody types it over.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runBalie } from '../builders/run-balie.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Decisions tell of their day. */
const GUIDES = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/{,access/,server/}*.md', { cwd: ROOT })];

const isWord = (text: string) => /^[a-z][a-z-]*$/.test(text);
const wordsOf = (text: string) => {
  const words = text.split(/\s+/);
  const end = words.findIndex((word) => !isWord(word));
  return end === -1 ? words : words.slice(0, end);
};

/** How each command is used, by its name. */
function readUsages(): ReadonlyMap<string, string> {
  const lines = runBalie(['--help']).out.split('\n');
  const usages = lines.flatMap((line) => /^ {2}balie (.*)$/.exec(line)?.[1] ?? []);
  return new Map(usages.map((usage) => [wordsOf(usage).join(' '), usage]));
}

/** What follows on "balie" in blocks of code and in code within a line: up to a remark, without the line ends of a long one. */
function namedIn(text: string): string[] {
  const code = text.replaceAll('\\\n', ' ').match(/^```.*?^```|`[^`]+`/gms) ?? [];
  return code
    .flatMap((each) => (each.startsWith('```') ? each.split('\n') : [each.replaceAll('\n', ' ')]))
    .flatMap((line) => [...line.matchAll(/(?:balie -- |balie\.mjs |^`?balie )([^#`]*)/g)])
    .map(([, command = '']) => command.trim())
    .filter((command) => !['', '--help', 'COMMAND'].includes(command));
}

it('names commands and options that there are', () => {
  const usages = readUsages();
  expect(usages.size).toBeGreaterThan(50);
  let found = 0;
  const wrong = GUIDES.flatMap((guide) =>
    namedIn(readFileSync(join(ROOT, guide), 'utf8')).flatMap((command) => {
      const words = wordsOf(command);
      const name = [...usages.keys()]
        .filter((each) => `${words.join(' ')} `.startsWith(`${each} `))
        .sort((one, other) => other.length - one.length)[0];
      const options = command.match(/(?<=^|[\s[])--[a-z-]+/g) ?? [];
      found += 1;
      // A group of commands is named without options: `balie server publisher`.
      const isGroup = options.length === 0 && [...usages.keys()].some((each) => each.startsWith(command));
      if (name === undefined) return isGroup ? [] : [`${guide}: balie ${command}`];
      const known: readonly string[] = usages.get(name)?.match(/--[a-z-]+/g) ?? [];
      return options
        .filter((option) => !known.includes(option))
        .map((option) => `${guide}: balie ${name} has no ${option}`);
    }),
  );
  expect(found).toBeGreaterThan(80);
  expect(wrong).toEqual([]);
});
