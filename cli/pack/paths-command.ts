import { pathsOf } from '../../core/domain/paths.ts';
import { readArguments, todayFrom } from '../arguments.ts';
import { errorsElsewhere, loadFlow } from './load-pack.ts';

/**
 * `balie pack paths DIR FLOW`: every path, one a line: the answers on the way, then the outcome. Throws CommandError when the logic of
 * the flow does not hold; what is wrong elsewhere in the pack is only counted.
 */
export function pathsCommand(args: string[]): number {
  const { positions, options } = readArguments(args, ['DIR', 'FLOW'], { today: 'string' });
  const today = todayFrom(options['today']);
  const { pack, flow, errors } = loadFlow(positions[0] as string, positions[1] as string, today);
  let count = 0;
  for (const path of pathsOf(flow.flow, { today, parameters: pack.parameters })) {
    const way = path.trail.map((id) => `${id}=${[path.answers[id]].flat().join('+') || '(none)'}`);
    console.log(`${String(++count).padStart(4)}  ${way.join(' → ')} → ${path.outcome}`);
  }
  for (const line of [`${count} paths.`, ...errorsElsewhere(errors)]) console.log(line);
  return 0;
}
