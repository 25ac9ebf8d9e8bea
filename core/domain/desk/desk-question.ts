import { z } from 'zod';
import { Id } from '../id.ts';
import { Language } from '../language.ts';
import { LocalHour } from './local-hour.ts';

/** Of a library's own lists: short, so that a question always fits in the outbox. */
export const DeskId = Id.max(40, 'use at most 40 characters');
export type DeskId = z.infer<typeof DeskId>;

/**
 * What a help point for digital government does, by law (Stcrt 2022-33992, article 1, a to e): help with digital contact with
 * government, courses, taking part in the digital society, general information, referral.
 */
export const Category = z.enum(['digital-contact', 'course', 'taking-part', 'information', 'referral']);
export type Category = z.infer<typeof Category>;

/** How somebody came to the desk. `walk-in` is a consulting hour without an appointment. */
export const DeskChannel = z.enum(['desk', 'phone', 'walk-in', 'appointment', 'course']);
export type DeskChannel = z.infer<typeof DeskChannel>;

/** How long it took, in minutes: `under-5` is less than five, `5-15` from five to less than fifteen, and so on. */
export const DurationClass = z.enum(['under-5', '5-15', '15-30', '30-60', 'over-60']);
export type DurationClass = z.infer<typeof DurationClass>;

/** How it ended. `helped`: staff helped to do it; `comes-back`: the visitor will; `could-not`: the desk could not help. */
export const DeskOutcome = z.enum(['answered', 'helped', 'referred', 'comes-back', 'could-not']);
export type DeskOutcome = z.infer<typeof DeskOutcome>;

/** One visitor asks so many questions in one conversation at most, as far as they are told apart. */
export const MOST_OF_VISITOR = 20;

/** What staff choose of a question. Nothing of the visitor is in it, and no text that somebody typed. */
export const QuestionFacts = z.strictObject({
  category: Category,
  /** The library's own, finer than the law's. */
  subCategory: DeskId.nullable(),
  /** The organisation that it was about; the id of a partner where it is one. */
  organization: DeskId.nullable(),
  channel: DeskChannel,
  duration: DurationClass,
  outcome: DeskOutcome,
  /** The language that was spoken. */
  language: Language,
  /** Where in or around the branch. */
  place: DeskId.nullable(),
});
export type QuestionFacts = z.infer<typeof QuestionFacts>;

/**
 * A question at the desk. Branch and library are those of the device that sends it, so they are not in it. A note is not in it either:
 * it never leaves the device.
 */
export const DeskQuestion = z.strictObject({
  /** Made from the hour in which it was logged, and chance: it tells no minute. */
  id: z.uuidv7(),
  /** When it was asked, which may be earlier than when it was logged. */
  at: LocalHour,
  ...QuestionFacts.shape,
  /**
   * The how-manieth question of one visitor in one conversation: 1 for the first. So visitors and their questions can be counted, and no
   * number ties questions to a person, or one day to another.
   */
  nth: z.number().int().min(1).max(MOST_OF_VISITOR),
});
export type DeskQuestion = z.infer<typeof DeskQuestion>;
