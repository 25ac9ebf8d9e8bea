import { z } from 'zod';
import { Answers } from '../condition-schema.ts';
import { Id } from '../id.ts';
import { Language } from '../language.ts';

/** The figure on a desk or a screen: somebody in the library knows which one is meant. */
export const PlaceNumber = z.int().min(1).max(99);
export type PlaceNumber = z.infer<typeof PlaceNumber>;

/** No flow asks more: what names more answers is not one of ours. */
const MOST_ANSWERS = 60;

/**
 * What a visitor was looking at: ids and nothing else, which the desk looks up in its own content. Answers are in it only when the
 * visitor said yes to that; there is no other field in which they could go.
 */
export const HelpAbout = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('nothing') }),
  z.strictObject({ kind: z.literal('topic'), topic: Id }),
  z.strictObject({ kind: z.literal('article'), topic: Id.nullable(), article: Id }),
  z.strictObject({
    kind: z.literal('flow'),
    topic: Id.nullable(),
    flow: Id,
    /** The question or outcome on the screen. */
    step: Id,
    answers: Answers.refine((answers) => Object.keys(answers).length <= MOST_ANSWERS).nullable(),
  }),
]);
export type HelpAbout = z.infer<typeof HelpAbout>;

/** Somebody at a screen asks the desk to come. Nothing in it says who. */
export const HelpRequest = z.strictObject({
  /** New for every request: what was said of one is worth nothing for the next. */
  id: z.uuidv4(),
  /** The number on the screen, which the visitor can say; none when there is no store. */
  ticket: z.int().positive().nullable(),
  /** The language of the screen. */
  language: Language,
  about: HelpAbout,
});
export type HelpRequest = z.infer<typeof HelpRequest>;
