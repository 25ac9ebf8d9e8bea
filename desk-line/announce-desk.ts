import { HELP_SERVICE } from '../core/contract/desk/help-line.ts';
import type { DeviceKey } from '../core/contract/sync/device.ts';
import { deskName } from './desk-name.ts';
import { type Answer, joinLocalNetworks, type MdnsMessage } from './local-networks.ts';

/** How long others may remember what was said. Seconds. */
const TTL = 120;
/** A question is answered once in so long, for all who asked: nobody makes this desk shout. Milliseconds. */
const LEAST_MS = 200;
const AGAIN_MS = 60_000;

/** Says on all local networks where this desk is: at the start, now and then, and to whoever asks. Ends with the function it returns. */
export function announceDesk(desk: DeviceKey, port: number): () => void {
  const name = deskName(desk);
  let isWaiting: NodeJS.Timeout | undefined;
  const networks = joinLocalNetworks(
    ({ type, records }) => {
      if (type === 'query' && records.some(isForDesks)) soon();
    },
    () => soon(),
  );
  const say = () => {
    isWaiting = undefined;
    networks.send((address) => announcement(name, port, address));
  };
  const soon = () => {
    isWaiting ??= setTimeout(say, LEAST_MS);
  };
  const again = setInterval(soon, AGAIN_MS);
  return () => {
    clearInterval(again);
    clearTimeout(isWaiting);
    networks.close();
  };
}

/** What a desk says of itself (RFC 6763): no name of a library, a branch or a machine. */
function announcement(name: string, port: number, address: string): MdnsMessage {
  const host = name.replace(HELP_SERVICE, 'local');
  const at = (more: Answer): Answer => more;
  return {
    type: 'response',
    answers: [at({ name: HELP_SERVICE, type: 'PTR', ttl: TTL, data: name })],
    additionals: [
      at({ name, type: 'SRV', ttl: TTL, data: { target: host, port } }),
      at({ name, type: 'TXT', ttl: TTL, data: [] }),
      at({ name: host, type: 'A', ttl: TTL, data: address }),
    ],
  };
}

function isForDesks(question: unknown): boolean {
  const { name, type } = question as { name?: unknown; type?: unknown };
  return (
    typeof name === 'string' && name.toLowerCase() === HELP_SERVICE && (type === 'PTR' || type === 'ANY')
  );
}
