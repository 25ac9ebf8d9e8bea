import type { KeyObject } from 'node:crypto';
import type { Socket } from 'node:net';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import { type FromDesk, FromKiosk } from '../core/contract/desk/help-line.ts';
import type { DeviceKey } from '../core/contract/sync/device.ts';
import type { DeskWord } from '../core/domain/desk/help-asking.ts';
import { type Board, heard, kioskGone, lineCut, pressed, tidied } from '../core/domain/desk/help-board.ts';
import type { PlaceNumber } from '../core/domain/desk/help-request.ts';
import { type Channel, openChannel } from './channel.ts';
import { noteStrangers } from './note-strangers.ts';
import { peerKey, secureOptions } from './secure-socket.ts';
import { watchStrangers } from './watch-strangers.ts';

const TIDY_MS = 30_000;

/** What a desk needs to serve. `now`: milliseconds that only rise. */
export type DeskPlan = {
  readonly key: KeyObject;
  readonly kiosks: ReadonlySet<DeviceKey>;
  /** The figure of this desk. */
  readonly number: PlaceNumber | null;
  readonly now: () => number;
  /** The requests changed; `rings`: somebody should look. */
  readonly changed: (board: Board, rings: boolean) => void;
  /** Somebody was turned away, or left: for the log, without an address. */
  readonly note?: (what: string) => void;
  readonly pulseMs?: number;
  /** The port to come back on; another one where that cannot be had. */
  readonly port?: number | undefined;
};

/** A desk that kiosks can reach. */
export type DeskLine = {
  readonly port: number;
  readonly press: (request: string, word: DeskWord) => void;
  /** Who belongs here from now on, and the figure of this desk. Who does not any more is cut off at once. */
  readonly settle: (kiosks: ReadonlySet<DeviceKey>, number: PlaceNumber | null) => void;
  readonly close: () => Promise<void>;
};

/** Opens the desk's end of the line on all networks, on the port that is wanted or a free one. Rejects with the error of the system. */
export async function serveDesk(plan: DeskPlan): Promise<DeskLine> {
  let { kiosks, number } = plan;
  let board: Board = [];
  const lines = new Map<DeviceKey, Channel<FromDesk>>();
  const sockets = new Set<Socket>();
  const become = (next: Board, rings = false) => {
    const before = board;
    board = next;
    if (rings || JSON.stringify(before) !== JSON.stringify(next)) plan.changed(next, rings);
  };

  const doorman = watchStrangers();
  const strangers = noteStrangers((what) => plan.note?.(what));
  const welcome = (socket: TLSSocket) => {
    const kiosk = peerKey(socket);
    doorman.isProven(socket);
    if (kiosk === undefined || !kiosks.has(kiosk)) {
      strangers.turnedAway(plan.now());
      socket.destroy();
      return;
    }
    const before = lines.get(kiosk);
    const line = openChannel<FromKiosk, FromDesk>(
      socket,
      {
        schema: FromKiosk,
        ...(plan.pulseMs === undefined ? {} : { pulseMs: plan.pulseMs }),
        hear: (message) => {
          if (message.kind === 'pulse' || lines.get(kiosk) !== line) return;
          const after = heard(board, kiosk, message, plan.now());
          become(after.board, after.rings);
        },
        ended: (why) => {
          plan.note?.(`a kiosk left: ${why}`);
          if (lines.get(kiosk) !== line) return;
          lines.delete(kiosk);
          become(lineCut(board, kiosk, plan.now()));
        },
      },
      { kind: 'pulse' },
    );
    lines.set(kiosk, line);
    // The newest line of a kiosk counts: the one before hangs in a network that is gone.
    before?.close();
    line.say({ kind: 'desk', number });
  };

  const server = createServer(secureOptions(plan.key), welcome);
  // No number for all connections together: those that prove nothing would take the places of kiosks, which have one each.
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
    doorman.came(socket);
  });
  server.on('secureConnection', (socket) => socket.on('error', () => undefined));
  server.on('tlsClientError', (_, socket) => socket.destroy());
  if (plan.port === undefined) await listen(server, 0);
  else await listen(server, plan.port).catch(() => listen(server, 0));
  const tidy = setInterval(() => {
    become(tidied(board, plan.now()));
    strangers.tidy(plan.now());
  }, TIDY_MS);
  const address = server.address();

  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    press: (request, word) => {
      const after = pressed(board, request, word);
      if (after.say !== undefined) lines.get(after.say)?.say({ kind: 'word', word, request });
      become(after.board);
    },
    settle: (wanted, figure) => {
      const gone = [...new Set([...lines.keys(), ...board.map(({ kiosk }) => kiosk)])].filter(
        (kiosk) => !wanted.has(kiosk),
      );
      kiosks = wanted;
      for (const kiosk of gone) {
        const line = lines.get(kiosk);
        lines.delete(kiosk);
        line?.close();
        become(kioskGone(board, kiosk));
      }
      if (figure === number) return;
      number = figure;
      for (const line of lines.values()) line.say({ kind: 'desk', number });
    },
    close: () =>
      new Promise((resolve) => {
        clearInterval(tidy);
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '0.0.0.0' }, resolve);
  });
}
