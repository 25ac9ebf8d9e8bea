import type { KeyObject } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import { FromDesk, type FromKiosk } from '../core/contract/desk/help-line.ts';
import type { DeviceKey } from '../core/contract/sync/device.ts';
import {
  ABSENCE_MS,
  type Asking,
  answered,
  ask,
  deskGone,
  type HelpSeen,
  helpSeen,
  NOT_ASKING,
  PATIENCE_MS,
  toldTo,
} from '../core/domain/desk/help-asking.ts';
import type { HelpRequest, PlaceNumber } from '../core/domain/desk/help-request.ts';
import { type Channel, openChannel } from './channel.ts';
import { type Address, deskAddresses } from './desk-addresses.ts';
import { reachDesk } from './reach-desk.ts';
import { secureOptions } from './secure-socket.ts';

/** Between two tries to reach a desk: longer each time, as long as nothing new is heard of it. Milliseconds. */
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 15_000;

/** What a kiosk needs to ask. `now`: milliseconds that only rise. */
export type KioskPlan = {
  readonly key: KeyObject;
  readonly desks: ReadonlySet<DeviceKey>;
  /** The figure on this screen. */
  readonly number: PlaceNumber | null;
  readonly now: () => number;
  /** What the visitor is to be told changed. */
  readonly changed: (seen: HelpSeen) => void;
  readonly note?: (what: string) => void;
  readonly pulseMs?: number;
  /** For so long a desk that took a request may be away. */
  readonly absenceMs?: number;
};

/** A kiosk that can ask its desks. */
export type KioskLine = {
  readonly ask: (request: HelpRequest) => void;
  readonly withdraw: () => void;
  /** Somebody on the network says that a desk is there: it is looked at. */
  readonly heardOf: (desk: DeviceKey, address: Address) => void;
  /** Is there a desk that is looked for? */
  readonly isLooking: () => boolean;
  /** Who belongs here from now on, and the figure of this screen. */
  readonly settle: (desks: ReadonlySet<DeviceKey>, number: PlaceNumber | null) => void;
  /** Takes back what was asked, says goodbye, and ends. */
  readonly close: () => Promise<void>;
};

type Desk = {
  /** To whom the handshake proved to be it; `isThere` once it said that it hears this kiosk. */
  line?: Channel<FromKiosk>;
  isThere: boolean;
  number: PlaceNumber | null;
  failures: number;
  timer?: NodeJS.Timeout | undefined;
  /** When the timer comes. */
  due: number;
  isTrying: boolean;
};

/** Keeps a line to each desk of the branch that can be found, and asks them all at once. */
export function askDesks(plan: KioskPlan): KioskLine {
  const options = secureOptions(plan.key);
  const addresses = deskAddresses();
  const desks = new Map<DeviceKey, Desk>();
  let { number } = plan;
  let asking: Asking = NOT_ASKING;
  let patience: NodeJS.Timeout | undefined;
  let absence: NodeJS.Timeout | undefined;
  let said = '';
  let isClosed = false;

  /** Looks whether the desk that took it is there, and waits for it only so long: a visitor who is promised somebody does not walk. */
  const watchTaker = () => {
    if (asking.stage !== 'taken' || desks.get(asking.desk)?.isThere) {
      clearTimeout(absence);
      absence = undefined;
    } else
      absence ??= setTimeout(() => {
        absence = undefined;
        if (asking.stage === 'taken') become(deskGone(asking, asking.desk, plan.now()));
      }, plan.absenceMs ?? ABSENCE_MS);
  };
  const show = () => {
    watchTaker();
    const linked = [...desks.values()].filter(({ isThere }) => isThere).length;
    const seen = helpSeen(asking, linked, plan.now());
    const text = JSON.stringify(seen);
    if (text !== said && !isClosed) plan.changed(seen);
    said = text;
  };
  const tell = (key: DeviceKey) => {
    const { line, isThere = false } = desks.get(key) ?? {};
    if (isThere) line?.say({ kind: 'told', number, ...toldTo(asking, key) });
  };
  const become = (next: Asking) => {
    if (next !== asking) {
      asking = next;
      for (const key of desks.keys()) tell(key);
      clearTimeout(patience);
      // A moment later, so that the clock has surely passed it.
      if (asking.stage === 'waiting') patience = setTimeout(show, PATIENCE_MS + 10);
    }
    show();
  };

  const open = (key: DeviceKey, desk: Desk, socket: TLSSocket) => {
    desk.line = openChannel<FromDesk, FromKiosk>(
      socket,
      {
        schema: FromDesk,
        ...(plan.pulseMs === undefined ? {} : { pulseMs: plan.pulseMs }),
        hear: (message) => {
          if (message.kind === 'desk') {
            desk.number = message.number;
            if (desk.isThere) return show();
            // Only now: a kiosk that the desk does not know is turned away without a word.
            desk.isThere = true;
            desk.failures = 0;
            tell(key);
            show();
          } else if (message.kind === 'word' && desk.isThere)
            become(answered(asking, { key, number: desk.number }, message, plan.now()));
        },
        ended: (why) => {
          plan.note?.(`a desk left: ${why}`);
          delete desk.line;
          Object.assign(desk, { isTrying: false, isThere: false });
          if (desks.get(key) !== desk) return;
          show();
          later(key, desk);
        },
      },
      { kind: 'pulse' },
    );
  };
  const attempt = async (key: DeviceKey, desk: Desk) => {
    desk.timer = undefined;
    const address = addresses.next(key);
    if (address === undefined || desk.isTrying || desks.get(key) !== desk) return;
    desk.isTrying = true;
    desk.failures++;
    const socket = await reachDesk(options, key, address);
    if (isClosed || desks.get(key) !== desk) return void socket?.destroy();
    if (socket === undefined) {
      desk.isTrying = false;
      return later(key, desk);
    }
    addresses.proven(key, address);
    open(key, desk, socket);
  };
  const later = (key: DeviceKey, desk: Desk) => {
    if (isClosed || desk.isTrying) return;
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(desk.failures, 10));
    const due = plan.now() + wait;
    // Never put off: whoever says something new again and again would keep it from ever trying.
    if (desk.timer !== undefined && desk.due <= due) return;
    clearTimeout(desk.timer);
    desk.due = due;
    desk.timer = setTimeout(() => void attempt(key, desk), wait);
  };
  const forget = (key: DeviceKey, desk: Desk) => {
    desks.delete(key);
    clearTimeout(desk.timer);
    desk.line?.close();
  };
  const settle = (wanted: ReadonlySet<DeviceKey>, figure: PlaceNumber | null) => {
    for (const [key, desk] of [...desks]) {
      if (wanted.has(key)) continue;
      forget(key, desk);
      become(deskGone(asking, key, plan.now()));
    }
    for (const key of wanted)
      if (!desks.has(key))
        desks.set(key, { isThere: false, number: null, failures: 0, due: 0, isTrying: false });
    addresses.keep(wanted);
    if (figure !== number) {
      number = figure;
      for (const key of desks.keys()) tell(key);
    }
    show();
  };
  settle(plan.desks, plan.number);

  return {
    ask: (request) => become(ask(asking, request, plan.now())),
    withdraw: () => become(NOT_ASKING),
    heardOf: (key, address) => {
      const desk = desks.get(key);
      if (desk === undefined || !addresses.heardOf(key, address) || desk.line !== undefined) return;
      // News of where it is: worth an early try.
      desk.failures = Math.min(desk.failures, 1);
      later(key, desk);
    },
    isLooking: () => [...desks.values()].some(({ isThere }) => !isThere),
    settle,
    close: async () => {
      become(NOT_ASKING);
      isClosed = true;
      clearTimeout(patience);
      clearTimeout(absence);
      const lines = [...desks.values()].flatMap(({ line, timer }) => {
        clearTimeout(timer);
        return line === undefined ? [] : [line.leave()];
      });
      desks.clear();
      await Promise.all(lines);
    },
  };
}
