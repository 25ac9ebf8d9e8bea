import type { DeskLists } from './desk-lists.ts';
import type { QuestionFacts } from './desk-question.ts';
import { durationOf } from './log-times.ts';

/** A flow that was walked on this machine: how long ago it began, in minutes, and in which language. No answer is in it. */
export type Walk = { readonly flow: string; readonly minutes: number; readonly language: string };

/**
 * What the question was, as far as the flow tells: what the library's list says of it, else digital contact with government, which is what
 * flows are about. `last` are the values that stay from one question to the next.
 */
export function factsOfWalk(
  { flow, minutes, language }: Walk,
  { subCategories }: DeskLists,
  last: Pick<QuestionFacts, 'channel' | 'place'>,
): QuestionFacts {
  const sub = subCategories.find(({ flows }) => flows.includes(flow));
  return {
    category: sub?.category ?? 'digital-contact',
    subCategory: sub?.id ?? null,
    organization: sub?.organization ?? null,
    channel: last.channel,
    duration: durationOf(minutes),
    outcome: 'answered',
    language,
    place: last.place,
  };
}
