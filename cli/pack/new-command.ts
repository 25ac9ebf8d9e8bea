import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { PackId } from '../../core/contract/repository/names.ts';
import { addDays, type CalendarDate } from '../../core/domain/calendar-date.ts';
import { readArguments, todayFrom } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { writeEditorFiles } from './write-editor-files.ts';
import { writeOrRefuse } from './write-or-refuse.ts';

/** The pack that a new one begins as, with words in capitals where a date or name must be filled in. */
const TEMPLATE = join(import.meta.dirname, '../../assets/new-pack');

/**
 * `balie pack new DIR`: writes a small valid pack, with the schemas and settings for the author's editor,
 * and says what to do next. Throws CommandError when the folder is there and not empty, or cannot be written;
 * nothing is ever overwritten.
 */
export function newCommand(args: string[]): number {
  const { positions, options } = readArguments(args, ['DIR'], { today: 'string' });
  const folder = resolve(positions[0] as string);
  refuseWhatIsThere(folder);
  const fillings = fillingsFor(folder, todayFrom(options['today']));
  const paths = readdirSync(TEMPLATE, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(TEMPLATE, path)).isFile(),
  );
  const settings = writeOrRefuse(folder, 'Give another folder.', () => {
    makeFolder(folder);
    for (const path of paths) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), fill(readFileSync(join(TEMPLATE, path), 'utf8'), fillings), {
        flag: 'wx',
      });
    }
    return writeEditorFiles(folder, [basename(folder)], '.schemas');
  });
  console.log(nextSteps(folder, positions[0] as string, paths.length + settings.length));
  return 0;
}

/** One folder after another: Node's own way of making all at once never ends where the system says that the one above is not there, as in `/proc`. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function refuseWhatIsThere(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory())
    throw new CommandError(`"${folder}" is a file. Give a folder that is new or empty.`);
  if (writeOrRefuse(folder, 'Give another folder.', () => readdirSync(folder)).length > 0)
    throw new CommandError(
      `The folder "${folder}" is not empty, and nothing in it was changed. Give one that is new or empty.`,
    );
}

function fillingsFor(folder: string, today: CalendarDate): Record<string, string> {
  const id = basename(folder)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return {
    TODAY: today,
    IN_A_YEAR: addDays(today, 365),
    PACK_ID: PackId.safeParse(id).data ?? 'nieuw-pakket',
  };
}

function fill(text: string, fillings: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\b(?:TODAY|IN_A_YEAR|PACK_ID)\b/g, (word) => fillings[word] ?? word);
}

/** As it must be typed: between quotes, of a sort that Windows knows too, where a shell would take it for several words or for signs of its own. */
function typed(word: string): string {
  if (/^[\w./:@+,-]+$/.test(word)) return word;
  return /["$`!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}

function nextSteps(folder: string, given: string, count: number): string {
  const pack = typed(given);
  return `Wrote ${count} files into ${folder}: a small pack that holds.

What next?
  1. Open the folder in VS Code. It offers the extension "YAML": say yes, and it helps while you type.
  2. Change pack.yaml: your library, your title. Then change the flow, or copy its folder to a new id.
  3. Check as often as you like:   npm run balie -- pack check ${pack}
  4. Look at the logic:            npm run balie -- pack graph ${pack} samen-eten
  docs/authors.md says what each file holds. The facts are made up; once yours are real, take
  "fictional: true" out of pack.yaml.`;
}
