import type { Ailment } from './device-fate.ts';

/** When nobody says otherwise: a tenth of those that have the version. In a library with three kiosks that is one. */
export const USUAL_SICK_PERCENT = 10;

/** How a roll-out fares: devices that count, those of them with something wrong, and why it is to be held, if it is. */
export type Judged = {
  readonly seen: number;
  readonly sick: number;
  /** For whoever looks after the devices; undefined while it may go on. */
  readonly why: string | undefined;
};

const SAID: Record<Ailment, string> = {
  'crash-loop': 'started again and again',
  incidents: 'reported faults of the content',
  silent: 'fell silent',
  'went-back': 'went back to an older version',
};

/**
 * Whether a roll-out holds itself: when at least `sickPercent` of its devices are sick, and one is. `fates`: for each device that got the
 * version or fell silent when it should, what is wrong with it.
 */
export function judgeRollout(fates: readonly (Ailment | undefined)[], sickPercent: number): Judged {
  const seen = fates.length;
  const sick = fates.filter((fate) => fate !== undefined);
  if (sick.length === 0 || sick.length * 100 < sickPercent * seen)
    return { seen, sick: sick.length, why: undefined };
  const kinds = (Object.keys(SAID) as Ailment[]).flatMap((kind) => {
    const number = sick.filter((each) => each === kind).length;
    return number === 0 ? [] : [`${number} ${SAID[kind]}`];
  });
  return {
    seen,
    sick: sick.length,
    why: `${sick.length} of ${seen} devices with this version are not well: ${kinds.join(', ')}.`,
  };
}
