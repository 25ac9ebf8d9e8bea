import type { KeyObject } from 'node:crypto';
import { onTestFinished, vi } from 'vitest';
import type { DeviceKey } from '../../core/contract/sync/device.ts';
import type { HelpSeen } from '../../core/domain/desk/help-asking.ts';
import type { Board } from '../../core/domain/desk/help-board.ts';
import { askDesks, type KioskLine, type KioskPlan } from '../../desk-line/ask-desks.ts';
import { type DeskLine, type DeskPlan, serveDesk } from '../../desk-line/serve-desk.ts';
import { deviceKeyOf, makeDeviceKey } from '../../trust/jws/device-key.ts';

/** A device with a key of its own. */
export type LineDevice = { readonly key: KeyObject; readonly id: DeviceKey };

export function aLineDevice(): LineDevice {
  const { key } = makeDeviceKey();
  return { key, id: deviceKeyOf(key) };
}

/** A pulse that makes a test of a dead line short. */
const PULSE_MS = 100;

/** A desk on a free port; closed when the test is over. `board`: what it shows now; `rings`: how often it rang. */
export async function aDeskLine(
  device: LineDevice,
  kiosks: readonly LineDevice[],
  more: Partial<DeskPlan> = {},
): Promise<
  DeskLine & { readonly board: () => Board; readonly rings: () => number; readonly notes: string[] }
> {
  let board: Board = [];
  let rings = 0;
  const notes: string[] = [];
  const line = await serveDesk({
    ...{ key: device.key, kiosks: new Set(kiosks.map(({ id }) => id)), number: null, pulseMs: PULSE_MS },
    now: () => performance.now(),
    note: (what) => void notes.push(what),
    changed: (now, rang) => {
      board = now;
      if (rang) rings++;
    },
    ...more,
  });
  onTestFinished(() => line.close());
  return { ...line, board: () => board, rings: () => rings, notes };
}

/** A kiosk; closed when the test is over. `seen`: what its visitor is told now. */
export function aKioskLine(
  device: LineDevice,
  desks: readonly LineDevice[],
  more: Partial<KioskPlan> = {},
): KioskLine & { readonly seen: () => HelpSeen | undefined; readonly notes: string[] } {
  let seen: HelpSeen | undefined;
  const notes: string[] = [];
  const line = askDesks({
    ...{ key: device.key, desks: new Set(desks.map(({ id }) => id)), number: null, pulseMs: PULSE_MS },
    now: () => performance.now(),
    note: (what) => void notes.push(what),
    changed: (now) => {
      seen = now;
    },
    ...more,
  });
  onTestFinished(() => line.close());
  return { ...line, seen: () => seen, notes };
}

/** Waits until it is so. */
export const until = (it: () => void) => vi.waitFor(it, { timeout: 8_000, interval: 5 });
