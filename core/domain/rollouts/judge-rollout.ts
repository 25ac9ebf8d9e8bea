import { Ailment } from './device-fate.ts';
import type { HeldItself } from './held-itself.ts';

/** When nobody says otherwise: a tenth of those that have the version. In a library with three kiosks that is one. */
export const USUAL_SICK_PERCENT = 10;

/**
 * Why a roll-out holds itself: when at least `sickPercent` of its devices are sick, and one is. Undefined while it may go on. `fates`:
 * for each device that got the version or fell silent when it should, what is wrong with it.
 */
export function judgeRollout(
  fates: readonly (Ailment | undefined)[],
  sickPercent: number,
): HeldItself | undefined {
  const seen = fates.length;
  const sick = fates.filter((fate) => fate !== undefined);
  if (sick.length === 0 || sick.length * 100 < sickPercent * seen) return undefined;
  const ailments = Ailment.options.flatMap((ailment) => {
    const number = sick.filter((each) => each === ailment).length;
    return number === 0 ? [] : [[ailment, number] as const];
  });
  return { seen, sick: sick.length, ailments: Object.fromEntries(ailments) };
}
