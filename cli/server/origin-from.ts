import { isLoopback } from '../../server/accounts/own-origin.ts';
import { CommandError } from '../command-error.ts';

/** The `--origin` that browsers use; undefined without. Throws CommandError when it is no origin, or others could listen in. */
export function originFrom(option: string | boolean | undefined): string | undefined {
  if (option === undefined) return undefined;
  const url = URL.parse(String(option));
  if (url !== null && url.origin === String(option).replace(/\/$/, '')) {
    if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))) return url.origin;
    throw new CommandError(
      '--origin begins with https://, or passwords would go over the network for all to read.',
    );
  }
  throw new CommandError(
    '--origin is the address of the server as browsers know it, without a path: https://balie.example.',
  );
}
