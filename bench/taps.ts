import { nl } from '../renderer/words/nl/screens.ts';
import { atRest, type Tap, watchedTap, watchTap } from './page/tap.ts';
import { press } from './page/visit.ts';
import type { ProbedApp } from './probed-app.ts';

/** A frame of 60 Hz. */
export const FRAME_MS = 1000 / 60;
/** Multiples of it fall evenly over a frame, and never twice in the same place. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** How long after a frame began the finger of a tap leaves, in milliseconds; `turn` is the number of the tap. */
export function momentOf(turn: number): number {
  return ((turn * GOLDEN) % 1) * FRAME_MS;
}

/** A way through the flow huurtoeslag: what is typed, and the control whose touch brings the next question. */
export const WAY = [
  { digits: '', control: 'li:nth-child(1) [data-answer]', name: '' },
  { digits: '35', control: 'button:enabled', name: nl.flow.next },
  { digits: '', control: 'li:nth-child(2) [data-answer]', name: '' },
  { digits: '650', control: 'button:enabled', name: nl.flow.next },
] as const;

/** Goes one step of the way, and times its tap. */
export async function tapStep(
  app: ProbedApp,
  { digits, control, name }: (typeof WAY)[number],
  afterFrameMs: number,
): Promise<Tap> {
  for (const digit of digits) await app.inPage(press, digit);
  return tap(app, control, name, 'h1', afterFrameMs);
}

/** Times a tap on a control whose text begins with a name, until the text of `shows` is another one. */
export async function tap(
  app: ProbedApp,
  control: string,
  name: string,
  shows: string,
  afterFrameMs: number,
): Promise<Tap> {
  await app.inPage(atRest);
  const place = await app.inPage(watchTap, control, name, shows);
  const timed = app.inPage(watchedTap); // Asked before, or the question would come in the middle of the tap.
  await app.click({ ...place, afterFrameMs });
  return timed;
}
