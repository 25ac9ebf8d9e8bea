import { z } from 'zod';
import { Id } from './id.ts';

const Text = z.string().trim().min(1);

/** A short label with an optional line that explains it. */
export const LabelWords = z.strictObject({ label: Text.max(60), note: Text.max(120).optional() });
export type LabelWords = z.infer<typeof LabelWords>;

/** A step to take, or anything else with a heading and a few sentences. */
export const TitleWords = z.strictObject({ title: Text.max(80), text: Text.optional() });
export type TitleWords = z.infer<typeof TitleWords>;

/** The words of one question. */
export const QuestionWords = z.strictObject({
  ask: Text.max(120),
  /** At most two sentences above the choices. */
  explain: Text.optional(),
  /** Why we ask: shown when the visitor wants to know. */
  why: Text,
  answers: z.record(Id, LabelWords).optional(),
  dont_know: LabelWords.optional(),
});
export type QuestionWords = z.infer<typeof QuestionWords>;

/** The words of one flow in one language. Steps and things to bring may also stand in the words of the pack. */
export const FlowWords = z.strictObject({
  title: Text.max(60),
  summary: Text.max(120),
  questions: z.record(Id, QuestionWords),
  outcomes: z.record(Id, TitleWords.required({ text: true })),
  steps: z.record(Id, TitleWords).default({}),
  bring: z.record(Id, LabelWords).default({}),
});
export type FlowWords = z.infer<typeof FlowWords>;
