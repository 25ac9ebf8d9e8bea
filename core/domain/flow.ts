import { z } from 'zod';
import { CalendarDate } from './calendar-date-schema.ts';
import { Answers, Condition } from './condition-schema.ts';
import { Id } from './id.ts';
import { Source } from './parameter.ts';
import { Picture } from './picture.ts';

/** One line of routing: when the condition holds, go there. A rule without `when` always holds. */
export const Rule = z.strictObject({ when: Condition.optional(), go: Id });
export type Rule = z.infer<typeof Rule>;

/** Where an answer leads: straight to a question or outcome, or by rules read from top to bottom. */
export const Next = z.union([Id, z.array(Rule).min(1)], {
  error: 'write the id of a question or outcome, or a list of rules that each begin with "- "',
});
export type Next = z.infer<typeof Next>;

/** A day, or `today`, which moves with the calendar. */
const Bound = z.union([CalendarDate, z.literal('today')], {
  error: 'write a day as in 2026-11-03, or today',
});

const everyQuestion = {
  picture: Picture.optional(),
  /** Nobody has to know: every question says where "I don't know" leads. */
  dont_know: Next,
  /** Where to go when a rule of this question needs a parameter that has no value today. */
  stale: Id.optional(),
};

export const ChoiceQuestion = z.strictObject({
  kind: z.literal('choice'),
  answers: z.record(Id, z.strictObject({ picture: Picture, next: Next })),
  ...everyQuestion,
});
export const YesNoQuestion = z.strictObject({
  kind: z.literal('yes-no'),
  yes: Next,
  no: Next,
  ...everyQuestion,
});
export const SeveralQuestion = z.strictObject({
  kind: z.literal('several'),
  answers: z.record(Id, z.strictObject({ picture: Picture })),
  next: Next,
  ...everyQuestion,
});
export const NumberQuestion = z.strictObject({
  kind: z.literal('number'),
  unit: z.enum(['year', 'month', 'week', 'day', 'hour', 'euro', 'count']),
  /** The keys of a question have no minus. */
  between: z.tuple([z.number().int().min(0), z.number().int().min(0)]),
  next: Next,
  ...everyQuestion,
});
export const DateQuestion = z.strictObject({
  kind: z.literal('date'),
  /** Both days included. */
  between: z.tuple([Bound, Bound]),
  next: Next,
  ...everyQuestion,
});
export const PostcodeQuestion = z.strictObject({ kind: z.literal('postcode'), next: Next, ...everyQuestion });

/** One question of a flow: one decision on one screen. */
export const Question = z.discriminatedUnion('kind', [
  ChoiceQuestion,
  YesNoQuestion,
  SeveralQuestion,
  NumberQuestion,
  DateQuestion,
  PostcodeQuestion,
]);
export type Question = z.infer<typeof Question>;

/**
 * The end of a path. The verdict sets the tone of the screen:
 * `yes` (you can), `maybe` (you probably can), `no` (this is not for you, but …), `ask` (somebody helps you), `info`.
 */
export const Outcome = z.strictObject({
  verdict: z.enum(['yes', 'maybe', 'no', 'ask', 'info']),
  steps: z.array(Id).min(1).max(6),
  bring: z.array(Id).max(8).default([]),
  contacts: z.array(Id).max(4).default([]),
  articles: z.array(Id).max(4).default([]),
  flows: z.array(Id).max(3).default([]),
  /** Services of the directory of one category: which those are, each library's own directory says. */
  places: z.strictObject({ category: Id }).optional(),
});
export type Outcome = z.infer<typeof Outcome>;

/** A guided flow: routing only. Its words live in other files, so a translator cannot break the logic. */
export const Flow = z.strictObject({
  id: Id,
  topic: Id,
  picture: Picture,
  start: Id,
  review_by: CalendarDate,
  sources: z.array(Source).min(1),
  questions: z.record(Id, Question),
  outcomes: z.record(Id, Outcome),
});
export type Flow = z.infer<typeof Flow>;

/** What an expert says must come out: answers, and the outcome they must lead to. */
export const FlowCase = z.strictObject({
  name: z.string().min(1),
  /** The day the case is set on; without it the case must hold on any day. */
  today: CalendarDate.optional(),
  answers: Answers,
  outcome: Id,
});
export type FlowCase = z.infer<typeof FlowCase>;
export const FlowCases = z.array(FlowCase);
export type FlowCases = z.infer<typeof FlowCases>;
