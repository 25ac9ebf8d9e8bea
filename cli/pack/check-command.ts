import { findingText } from '../../core/domain/check/finding.ts';
import { MOST_PATHS, pathsOf } from '../../core/domain/paths.ts';
import { readArguments, todayFrom } from '../arguments.ts';
import { judgePack } from './load-pack.ts';

/** `balie pack check DIR [--json]`: prints what the check found; status 1 when there are errors. */
export function checkCommand(args: string[]): number {
  const { positions, options } = readArguments(args, ['DIR'], { json: 'boolean', today: 'string' });
  const today = todayFrom(options['today']);
  const { pack, findings } = judgePack(positions[0] as string, today);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const paths = (pack?.flows ?? []).map(({ flow }) => ({
    flow: flow.id,
    paths: [...pathsOf(flow, { today, parameters: pack?.parameters ?? {} })].length,
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
  console.log(
    `${counted(errors, 'error')}, ${counted(findings.length - errors, 'warning')}.${errors === 0 ? ' The pack is good.' : ' Mend the errors; nothing was changed.'}`,
  );
  return errors === 0 ? 0 : 1;
}

function counted(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
