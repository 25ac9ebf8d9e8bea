import { webcrypto } from 'node:crypto';
import type { DeviceKey, DeviceProfile } from '../../../core/contract/sync/device.ts';
import type { DeskWord, HelpSeen } from '../../../core/domain/desk/help-asking.ts';
import type { Board } from '../../../core/domain/desk/help-board.ts';
import type { HelpRequest, PlaceNumber } from '../../../core/domain/desk/help-request.ts';
import { openDeskEnd } from '../../../desk-line/desk-end.ts';
import { keepPort, readKeptPort } from '../../../desk-line/kept-port.ts';
import { openKioskEnd } from '../../../desk-line/kiosk-end.ts';
import { readDeviceKey } from '../../../updates/outbox/device-key-file.ts';

/** Who the others are, by their keys, and the figure of this device. */
export type LinePeers = { readonly peers: readonly DeviceKey[]; readonly number: PlaceNumber | null };

/** What main asks of this process. The first one is `open`. */
export type LineRequest =
  | ({ readonly kind: 'open'; readonly dataDir: string; readonly profile: DeviceProfile } & LinePeers)
  | ({ readonly kind: 'settle' } & LinePeers)
  | { readonly kind: 'ask'; readonly request: HelpRequest }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'press'; readonly request: string; readonly word: DeskWord }
  /** Says goodbye, and ends: what was asked goes with this process. */
  | { readonly kind: 'leave' };

/** What it tells. */
export type LineReply =
  | { readonly kind: 'seen'; readonly seen: HelpSeen }
  | { readonly kind: 'board'; readonly board: Board; readonly rings: boolean }
  | { readonly kind: 'note'; readonly what: string };

// The oldest runtime that the tests use has no global crypto.
globalThis.crypto ??= webcrypto as typeof globalThis.crypto;

const tell = (reply: LineReply) => process.parentPort.postMessage(reply);
/** What this end does with what it is asked. */
type End = (request: LineRequest) => unknown;
let end: Promise<End> | undefined;

// A process of its own: what anybody on the local network sends is read here, and the screens do not feel it.
process.parentPort.on('message', ({ data }) => {
  const request = data as LineRequest;
  if (request.kind === 'open') end = open(request);
  else
    void end?.then(async (hear) => {
      await hear(request);
      if (request.kind === 'leave') process.exit(0);
    });
});

/** Opens the end of a line for a device. Without its key, or a port, this process ends, and main sees that. */
async function open({ dataDir, profile, peers, number }: LineRequest & { kind: 'open' }): Promise<End> {
  const plan = {
    key: readDeviceKey(dataDir),
    number,
    now: () => performance.now(),
    note: (what: string) => tell({ kind: 'note', what }),
  };
  if (profile === 'kiosk') {
    const kiosk = openKioskEnd({
      ...plan,
      desks: new Set(peers),
      changed: (seen) => tell({ kind: 'seen', seen }),
    });
    return (request) => {
      if (request.kind === 'ask') kiosk.ask(request.request);
      else if (request.kind === 'withdraw') kiosk.withdraw();
      else if (request.kind === 'settle') kiosk.settle(new Set(request.peers), request.number);
      else if (request.kind === 'leave') return kiosk.close();
      return undefined;
    };
  }
  const desk = await openDeskEnd({
    ...plan,
    kiosks: new Set(peers),
    changed: (board, rings) => tell({ kind: 'board', board, rings }),
    port: readKeptPort(dataDir),
  });
  keepPort(dataDir, desk.port);
  return (request) => {
    if (request.kind === 'press') desk.press(request.request, request.word);
    else if (request.kind === 'settle') desk.settle(new Set(request.peers), request.number);
    else if (request.kind === 'leave') return desk.close();
    return undefined;
  };
}
