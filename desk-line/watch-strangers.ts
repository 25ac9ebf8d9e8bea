import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { HANDSHAKE_MS } from './secure-socket.ts';

/** So many connections of one address, and of all together, may be about to prove who they are. */
const MOST_OF_ONE = 8;
const MOST_OF_ALL = 64;

/** Who knocked and did not prove yet who it is. */
export type Strangers = {
  /** Somebody knocks: it has a few seconds, and not too many places at once. */
  readonly came: (socket: Socket) => void;
  /** Its handshake is done. */
  readonly isProven: (socket: TLSSocket) => void;
};

/**
 * Lets nobody take all places of a server by saying nothing. Where all places are taken, who has had one longest goes: a kiosk proves itself
 * within moments, so it is hardly ever that one. Who proved itself takes no place here. Node's own time limit for a handshake tells of it
 * and leaves the socket open.
 */
export function watchStrangers(handshakeMs = HANDSHAKE_MS): Strangers {
  const waiting = new Map<string, { socket: Socket; late: NodeJS.Timeout }>();
  const keyOf = ({ remoteAddress = '', remotePort = 0 }: Socket) => `${remoteAddress} ${remotePort}`;
  const forget = (key: string) => {
    clearTimeout(waiting.get(key)?.late);
    waiting.delete(key);
  };
  const makePlace = () => {
    // A map keeps its order: the first one came first.
    const [oldest] = waiting;
    if (oldest === undefined || waiting.size < MOST_OF_ALL) return;
    const [key, { socket }] = oldest;
    forget(key);
    socket.destroy();
  };
  return {
    came: (socket) => {
      const key = keyOf(socket);
      const same = [...waiting.values()].filter(
        ({ socket: other }) => other.remoteAddress === socket.remoteAddress,
      );
      if (same.length >= MOST_OF_ONE) {
        socket.destroy();
        return;
      }
      makePlace();
      waiting.set(key, { socket, late: setTimeout(() => socket.destroy(), handshakeMs) });
      socket.once('close', () => forget(key));
    },
    isProven: (socket) => forget(keyOf(socket)),
  };
}
