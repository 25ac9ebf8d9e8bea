import { z } from 'zod';
import { Ailment } from './device-fate.ts';

const count = z.number().int().nonnegative();

/**
 * Why a roll-out held itself: of `seen` devices so many are `sick`, by what is wrong with them. Numbers and no text, because whoever
 * reads it has a language of their own.
 */
export const HeldItself = z.strictObject({
  seen: count,
  sick: count,
  ailments: z.partialRecord(Ailment, count.positive()),
});
export type HeldItself = z.infer<typeof HeldItself>;

/** For commands and for whoever looks into the store. */
const SAID: Record<Ailment, string> = {
  'crash-loop': 'started again and again',
  incidents: 'reported faults of the content',
  silent: 'fell silent',
  'went-back': 'went back to an older version',
};

/** The reason as a sentence in English. */
export function heldItselfText({ seen, sick, ailments }: HeldItself): string {
  const kinds = Ailment.options.flatMap((ailment) => {
    const number = ailments[ailment];
    return number === undefined ? [] : [`${number} ${SAID[ailment]}`];
  });
  return `${sick} of ${seen} devices with this version are not well: ${kinds.join(', ')}.`;
}

/** The reason in a sentence that an older server kept in its place; undefined when it is none: somebody wrote it. */
export function heldItselfFrom(sentence: string): HeldItself | undefined {
  const [, sick, seen, kinds] =
    /^(\d+) of (\d+) devices with this version are not well: (.+)\.$/.exec(sentence) ?? [];
  if (sick === undefined || seen === undefined || kinds === undefined) return undefined;
  const ailments: Partial<Record<Ailment, number>> = {};
  for (const kind of kinds.split(', ')) {
    const [, number, said] = /^(\d+) (.+)$/.exec(kind) ?? [];
    const ailment = Ailment.options.find((each) => SAID[each] === said);
    if (ailment === undefined) return undefined;
    ailments[ailment] = Number(number);
  }
  const read = HeldItself.safeParse({ seen: Number(seen), sick: Number(sick), ailments });
  return read.success ? read.data : undefined;
}
