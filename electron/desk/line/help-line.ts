import { randomUUID } from 'node:crypto';
import type { DeviceKey, DeviceProfile } from '../../../core/contract/sync/device.ts';
import type { DeskWord, HelpSeen } from '../../../core/domain/desk/help-asking.ts';
import type { Board } from '../../../core/domain/desk/help-board.ts';
import type { HelpRequest, PlaceNumber } from '../../../core/domain/desk/help-request.ts';
import type { Log } from '../../log.ts';
import type { LineReply } from './line-process.ts';
import type { LineProcess } from './start-line.ts';

/** After a process of the line ended by itself, the next one waits so long. Milliseconds. */
const AGAIN_MS = 10_000;

/** What the line needs of the rest of the app. */
export type HelpLinePlan = {
  readonly profile: DeviceProfile;
  readonly dataDir: string;
  readonly log: Log;
  /** Whom this device speaks with now. */
  readonly peers: () => readonly DeviceKey[];
  /** The figure of this device. */
  readonly number: () => PlaceNumber | null;
  readonly start: () => LineProcess;
  readonly later: (act: () => void, ms: number) => void;
  /** What the visitor is told changed. */
  readonly seen: (seen: HelpSeen) => void;
  /** The requests at this desk changed; `rings`: somebody should look. */
  readonly board: (board: Board, rings: boolean) => void;
};

/** The line between the devices of a branch, as main sees it. */
export type HelpLine = {
  /** Looks who belongs here now, and who this device is: to be called now and then, and when that changed. */
  readonly look: () => void;
  readonly seen: () => HelpSeen;
  readonly board: () => Board;
  /** Asks the desks. One request at a time: whoever asks already goes on asking. */
  readonly ask: (request: Omit<HelpRequest, 'id'>) => void;
  readonly withdraw: () => void;
  readonly press: (request: string, word: DeskWord) => void;
  /** The visit is over: what it asked is taken back, and goes from the memory with its process. */
  readonly visitOver: () => void;
};

const NO_DESK: HelpSeen = { kind: 'no-desk' };
const WALK: HelpSeen = { kind: 'walk' };

/** Keeps a process for the line as long as there is somebody to speak with: a device that has nobody needs none. */
export function openHelpLine(plan: HelpLinePlan): HelpLine {
  let process: LineProcess | undefined;
  let told = '';
  let hasAsked = false;
  let mayStart = true;
  let seen: HelpSeen = NO_DESK;
  /** What the process says. */
  let line: HelpSeen = NO_DESK;
  /** What was asked went with its process: nobody hears of it any more, and whoever waits must walk. */
  let isLost = false;
  let board: Board = [];

  const show = () => {
    const now = isLost ? WALK : line;
    if (JSON.stringify(now) === JSON.stringify(seen)) return;
    seen = now;
    plan.seen(now);
  };
  const become = (now: Board, rings: boolean) => {
    board = now;
    plan.board(now, rings);
  };
  const hear = (reply: LineReply) => {
    if (reply.kind === 'seen') {
      line = reply.seen;
      show();
    } else if (reply.kind === 'board') become(reply.board, reply.rings);
    else plan.log.note('desk-line', reply.what);
  };
  const stop = (act: (running: LineProcess) => void) => {
    const running = process;
    process = undefined;
    hasAsked = false;
    if (running === undefined) return;
    act(running);
    isLost ||= line.kind === 'asking' || line.kind === 'coming' || line.kind === 'walk';
    line = NO_DESK;
    show();
    if (board.length > 0) become([], false);
  };
  const start = (peers: readonly DeviceKey[], number: PlaceNumber | null) => {
    const fresh = plan.start();
    process = fresh;
    fresh.onReply((reply) => {
      if (process === fresh) hear(reply);
    });
    fresh.onExit(() => {
      if (process !== fresh) return;
      plan.log.trouble('desk-line-ended', 'the process that speaks with the desk ended');
      stop(() => undefined);
      mayStart = false;
      plan.later(() => {
        mayStart = true;
        look();
      }, AGAIN_MS);
    });
    fresh.post({ kind: 'open', dataDir: plan.dataDir, profile: plan.profile, peers, number });
  };
  /** What was asked and lost is not asked any more. */
  const forget = () => {
    isLost = false;
    show();
  };
  const look = () => {
    const [peers, number] = [plan.peers(), plan.number()];
    const now = JSON.stringify([peers, number]);
    if (peers.length === 0) stop((running) => running.post({ kind: 'leave' }));
    else if (process !== undefined) {
      if (now !== told) process.post({ kind: 'settle', peers, number });
    } else if (mayStart) start(peers, number);
    told = now;
  };

  return {
    look,
    seen: () => seen,
    board: () => board,
    ask: (request) => {
      forget();
      hasAsked = true;
      process?.post({ kind: 'ask', request: { id: randomUUID(), ...request } });
    },
    withdraw: () => {
      forget();
      process?.post({ kind: 'withdraw' });
    },
    press: (request, word) => process?.post({ kind: 'press', request, word }),
    visitOver: () => {
      if (hasAsked) {
        line = NO_DESK; // Nobody is there any more to be told that it was lost.
        stop((running) => running.post({ kind: 'leave' }));
        look();
      }
      forget();
    },
  };
}
