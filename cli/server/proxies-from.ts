import { isIP } from 'node:net';
import { CommandError } from '../command-error.ts';

const BITS: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

/**
 * The `--proxy` addresses of web servers that are believed when they say who asks: `10.0.0.5`, or `10.0.0.0/24` for all of a network.
 * Throws CommandError when one is no address, or would let everybody claim to be anybody.
 */
export function proxiesFrom(given: readonly string[] = []): readonly string[] {
  for (const proxy of given) {
    const { address = '', bits } = /^(?<address>[^/]+)(?:\/(?<bits>\d{1,3}))?$/.exec(proxy)?.groups ?? {};
    const most = BITS[isIP(address)];
    if (most === undefined || Number(bits ?? most) > most)
      throw new CommandError(
        `--proxy "${proxy}" is no address of a web server: give an IP address, as 10.0.0.5, or a network, as 10.0.0.0/24.`,
      );
    if (bits !== undefined && Number(bits) === 0)
      throw new CommandError(
        `--proxy "${proxy}" is everybody: then whoever asks may claim to be anybody. Give the address of the web server.`,
      );
  }
  return given;
}
