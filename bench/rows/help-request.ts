import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { makeNetworkHosts, type NetworkHost } from '../../tests/builders/network-hosts.ts';
import { deviceKeyOf, makeDeviceKey } from '../../trust/jws/device-key.ts';
import type { Row } from '../row.ts';
import { median, percentile } from '../statistics.ts';

const MOST = 5;
const TIMES = 1_100;
/** What is compiled while it runs is compiled by then. */
const FIRST = 100;

/**
 * From the touch that asks for help until the kiosk knows that a desk comes, with a desk that takes it at once, on the line that is kept
 * open: what the kiosk says, what the desk makes of it, what it says, and what the kiosk makes of that. The floor is the same text sent to
 * a bare TLS server with the same keys, which sends it back; on a connection of its own each time, as a request is, and for who looks
 * closer also on one that is kept. Both between two hosts with a network in between, in turn.
 */
export const helpRequest: Row = {
  name: 'help-request',
  unit: 'ms',
  goal: `p99 at most ${MOST} times that of a bare TLS request between the same two hosts`,
  isMet: ({ p99, floorP99 }) => p99 <= MOST * floorP99,
  measure: async (say) => {
    const { hosts, remove } = makeNetworkHosts(2);
    try {
      const [kiosk, desk] = hosts as [NetworkHost, NetworkHost];
      const [screen, self] = [makeDeviceKey(), makeDeviceKey()];
      const served = desk.run(
        join(import.meta.dirname, '../desk/desk-host.ts'),
        JSON.stringify({ key: self.text, kiosk: deviceKeyOf(screen.key) }),
      );
      const ports = (await firstLine(served)) as { line: number; bare: number };
      const asked = kiosk.run(
        join(import.meta.dirname, '../desk/kiosk-host.ts'),
        JSON.stringify({
          ...{ key: screen.text, desk: deviceKeyOf(self.key), host: desk.address, ...ports, times: TIMES },
        }),
      );
      const times = (await firstLine(asked)) as Record<'measured' | 'bare' | 'fresh', number[]>;
      const warm = (samples: readonly number[]) => samples.slice(FIRST);
      const [measured, bare, fresh] = [warm(times.measured), warm(times.bare), warm(times.fresh)];
      const told = (name: string, samples: readonly number[]) =>
        `${name} ${median(samples).toFixed(3)} ms, p99 ${percentile(samples, 0.99).toFixed(3)} ms`;
      say(`${told('ours', measured)}; ${told('bare', fresh)}; ${told('bare, kept connection', bare)}`);
      say(
        `p99 to p99 of a kept connection: ${(percentile(measured, 0.99) / percentile(bare, 0.99)).toFixed(2)}`,
      );
      return { measured, floor: fresh };
    } finally {
      await remove();
    }
  },
};

async function firstLine(child: ReturnType<NetworkHost['run']>): Promise<unknown> {
  if (child.stdout === null) throw new Error('The host says nothing.');
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return JSON.parse(String(line));
}
