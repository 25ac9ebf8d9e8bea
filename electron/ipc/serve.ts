import { CHANNELS, type ChannelName, type Handlers } from '../../core/contract/ipc.ts';
import { mayDo, type Role } from '../../core/domain/role.ts';
import { APP_HOST, SCHEME } from '../app-protocol.ts';

/** What the door knows of a caller: its page, whether it is the top frame, and the address it claims. */
export type Caller = { readonly isCurrentPage: boolean; readonly isTopFrame: boolean; readonly url: string };

/** A call that is turned away. The reason is for the log; the page learns only that it was refused. */
export class RefusedCallError extends Error {}

/** No screen needs more calls than this in a second; no call needs a larger input. */
const MOST_CALLS_A_SECOND = 200;
const MOST_INPUT_LENGTH = 20_000;

/**
 * The one door into main. Checks in this order: the sender, the rate, that the channel exists, the role, the input;
 * and after the handler, that nothing goes out that the contract does not name.
 * Throws RefusedCallError when a check fails.
 */
export function makeDoor(handlers: Handlers, role: () => Role, now: () => number) {
  let windowStart = 0;
  let calls = 0;
  const overRate = () => {
    if (now() - windowStart >= 1000) {
      windowStart = now();
      calls = 0;
    }
    return ++calls > MOST_CALLS_A_SECOND;
  };

  return async (caller: Caller, name: unknown, input: unknown): Promise<unknown> => {
    if (!caller.isCurrentPage || !caller.isTopFrame || !isAppUrl(caller.url))
      throw new RefusedCallError('sender');
    if (overRate()) throw new RefusedCallError('rate');
    if (typeof name !== 'string' || !Object.hasOwn(CHANNELS, name)) throw new RefusedCallError('channel');
    const channel = CHANNELS[name as ChannelName];
    if (!mayDo(role(), channel.role)) throw new RefusedCallError(`role ${name}`);
    if ((JSON.stringify(input) ?? '').length > MOST_INPUT_LENGTH) throw new RefusedCallError(`size ${name}`);
    const given = channel.input.safeParse(input);
    if (!given.success) throw new RefusedCallError(`input ${name}`);
    const handle = handlers[name as ChannelName] as (value: unknown) => unknown;
    return channel.output.parse(await handle(given.data));
  };
}

/** Protocol and host are compared: the `origin` of a custom scheme is the text "null". */
function isAppUrl(url: string): boolean {
  try {
    const { protocol, host } = new URL(url);
    return protocol === `${SCHEME}:` && host === APP_HOST;
  } catch {
    return false;
  }
}
