import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DeviceKey, DeviceProfile } from '../../core/contract/sync/device.ts';
import type { DeskWord, HelpSeen } from '../../core/domain/desk/help-asking.ts';
import type { Board } from '../../core/domain/desk/help-board.ts';
import type { HelpRequest } from '../../core/domain/desk/help-request.ts';
import type { LineDevice } from './a-help-line.ts';
import type { NetworkHost } from './network-hosts.ts';

/** What an end is: its key as PKCS #8 in PEM. `takesAll`: a desk that takes whatever waits. */
export type HostPlan = {
  readonly profile: DeviceProfile;
  readonly key: string;
  readonly peers: readonly DeviceKey[];
  readonly number: number | null;
  readonly takesAll?: boolean;
};
export type HostWord =
  | { readonly kind: 'ask'; readonly request: HelpRequest }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'press'; readonly request: string; readonly word: DeskWord }
  | { readonly kind: 'settle'; readonly peers: readonly DeviceKey[] };
export type HostTold =
  | { readonly kind: 'seen'; readonly seen: HelpSeen; readonly at: number }
  | { readonly kind: 'board'; readonly board: Board; readonly rings: boolean }
  | { readonly kind: 'note'; readonly what: string };

/** An end of the line on a host of its own, and what it sees now. */
export type LineHost = {
  readonly say: (word: HostWord) => void;
  readonly seen: () => HelpSeen | undefined;
  readonly board: () => Board;
  readonly rings: () => number;
  readonly notes: readonly string[];
  readonly child: ChildProcess;
};

const FILE = join(import.meta.dirname, 'line-host.ts');

/** Starts an end of the line on a host. */
export function startLineHost(
  host: NetworkHost,
  device: LineDevice,
  plan: Omit<HostPlan, 'key' | 'peers'> & { readonly peers: readonly LineDevice[] },
): LineHost {
  const key = device.key.export({ type: 'pkcs8', format: 'pem' }).toString();
  const given: HostPlan = { ...plan, key, peers: plan.peers.map(({ id }) => id) };
  const child = host.run(FILE, JSON.stringify(given));
  let seen: HelpSeen | undefined;
  let board: Board = [];
  let rings = 0;
  const notes: string[] = [];
  if (child.stdout === null) throw new Error('The host says nothing.');
  createInterface({ input: child.stdout }).on('line', (line) => {
    const told = JSON.parse(line) as HostTold;
    if (told.kind === 'seen') seen = told.seen;
    else if (told.kind === 'note') notes.push(told.what);
    else {
      board = told.board;
      if (told.rings) rings++;
    }
  });
  return {
    child,
    say: (word) => void child.stdin?.write(`${JSON.stringify(word)}\n`),
    seen: () => seen,
    board: () => board,
    rings: () => rings,
    notes,
  };
}
