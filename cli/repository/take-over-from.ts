import type { Arguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';

/** Whether what a library signed with a key that it lost is wanted: `--take-over`. Throws CommandError when nothing says whom to trust. */
export function takeOverFrom(options: Arguments['options']): 'take-over' | undefined {
  if (options['take-over'] !== true) return undefined;
  if (options['root'] === undefined)
    throw new CommandError(
      '--take-over needs --root FILE: the root that came with the kiosks, and not over the network. It says which key was really yours.',
    );
  return 'take-over';
}
