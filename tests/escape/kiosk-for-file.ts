import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { KioskOptions } from '../journeys/launch-kiosk.ts';
import { launchAsVisitor, type VisitorKiosk } from './launch-as-visitor.ts';
import { type OutsideWorld, openOutsideWorld } from './outside-world.ts';
import { expectStillHome } from './still-home.ts';
import type { VisitorAccount } from './visitor-account.ts';
import { type MainWatch, watchMain } from './watch-main.ts';

/** What the attempts of a file work with. */
export type Ground = { kiosk: VisitorKiosk; outside: OutsideWorld; main: MainWatch };

/**
 * Starts one kiosk for all attempts of a file. After each attempt it must be as it was, and nobody outside
 * heard of it.
 */
export function kioskForFile(
  options: Pick<KioskOptions, 'idleSeconds'> = {},
  prepare?: (account: VisitorAccount) => void,
): Ground {
  const ground = {} as Ground;
  beforeAll(async () => {
    ground.outside = await openOutsideWorld();
    ground.kiosk = await launchAsVisitor(options, prepare);
    ground.main = await watchMain(ground.kiosk);
  });
  afterEach(async () => {
    await expectStillHome(ground.kiosk);
    expect(ground.outside.heard()).toEqual([]);
  });
  afterAll(async () => {
    await ground.kiosk?.close();
    await ground.outside?.close();
  });
  return ground;
}
