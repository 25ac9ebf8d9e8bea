import { connect, type TLSSocket } from 'node:tls';
import type { DeviceKey } from '../core/contract/sync/device.ts';
import type { Address } from './desk-addresses.ts';
import { HANDSHAKE_MS, peerKey, type SecureOptions } from './secure-socket.ts';

/**
 * Connects to where a desk may be. Undefined when nobody is there, or somebody else: then nothing was said. `options`: of
 * this device, made once.
 */
export function reachDesk(
  options: SecureOptions,
  desk: DeviceKey,
  { host, port }: Address,
): Promise<TLSSocket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ ...options, host, port });
    const late = setTimeout(() => socket.destroy(), HANDSHAKE_MS);
    socket.on('error', () => undefined);
    socket.once('close', () => {
      clearTimeout(late);
      resolve(undefined);
    });
    socket.once('secureConnect', () => {
      clearTimeout(late);
      if (peerKey(socket) === desk) resolve(socket);
      else socket.destroy();
    });
  });
}
