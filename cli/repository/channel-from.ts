import { Channel } from '../../core/contract/repository/names.ts';
import { CommandError } from '../command-error.ts';

/** The channel of `--channel`. Throws CommandError when it is none. */
export function channelFrom(option: string | boolean | undefined): Channel {
  const channel = Channel.safeParse(option);
  if (channel.success) return channel.data;
  throw new CommandError(`--channel is one of: ${Channel.options.join(', ')}.`);
}
