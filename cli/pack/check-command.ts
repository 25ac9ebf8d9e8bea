import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PageLevel } from '../../core/domain/check/check-levels.ts';
import { findingText } from '../../core/domain/check/finding.ts';
import { walkableFlows } from '../../core/domain/check/walkable-flows.ts';
import { MOST_PATHS, pathsOf } from '../../core/domain/paths.ts';
import { readArguments, todayFrom } from '../arguments.ts';
import { judgePack } from './load-pack.ts';
import { readCategories } from './read-categories.ts';

/** The directory that comes with Balie: the same way from the source and from the build. */
const SHIPPED_DIRECTORY = join(import.meta.dirname, '../../assets/directory');

/**
 * `balie pack check DIR [--json] [--directory FILE|DIR]`: prints what the check found, and how hard the Dutch of its articles and
 * flows is; status 1 when there are errors. The categories that outcomes name are held against the directory, by itself the one that ships.
 */
export async function checkCommand(args: string[]): Promise<number> {
  const { positions, options } = readArguments(args, ['DIR'], {
    json: 'boolean',
    today: 'string',
    directory: 'string',
  });
  const today = todayFrom(options['today']);
  const directory = options['directory'] ?? (existsSync(SHIPPED_DIRECTORY) ? SHIPPED_DIRECTORY : undefined);
  const categories = directory === undefined ? undefined : await readCategories(String(directory));
  const { readable, findings, levels } = judgePack(positions[0] as string, today, categories);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const flows = readable === undefined ? [] : walkableFlows(readable, findings);
  const paths = flows.map(({ flow }) => ({
    flow: flow.id,
    paths: [...pathsOf(flow, { today, parameters: readable?.parameters ?? {} })].length,
  }));
  if (options['json']) {
    console.log(
      JSON.stringify(
        {
          ok: errors === 0,
          errors,
          warnings: findings.length - errors,
          mostPaths: MOST_PATHS,
          paths,
          levels,
          findings,
        },
        null,
        2,
      ),
    );
    return errors === 0 ? 0 : 1;
  }
  for (const finding of findings) console.log(`${finding.severity}: ${findingText(finding)}`);
  for (const { flow, paths: count } of paths)
    console.log(`flow ${flow}: ${count} paths (of at most ${MOST_PATHS})`);
  if (levels.length > 0) console.log(`reading level of the Dutch: ${levelsText(levels)}`);
  console.log(
    `${counted(errors, 'error')}, ${counted(findings.length - errors, 'warning')}.${errors === 0 ? ' The pack is good.' : ' Mend the errors; nothing was changed.'}`,
  );
  return errors === 0 ? 0 : 1;
}

/** How many articles and flows are at which level, the easiest first: "40 at A2, 2 at B1". */
function levelsText(levels: readonly PageLevel[]): string {
  const count = new Map<string, number>();
  for (const { level } of levels) count.set(level, (count.get(level) ?? 0) + 1);
  return `${[...count]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([level, pages]) => `${counted(pages, 'page')} at ${level}`)
    .join(', ')}.`;
}

function counted(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
