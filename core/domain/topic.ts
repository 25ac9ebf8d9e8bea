import { z } from 'zod';
import { Id } from './id.ts';
import { Picture } from './picture.ts';

/** The colour pair that follows a visitor through a topic; the values are in the style's tokens. */
export const Tint = z.enum(['money', 'care', 'work', 'digital', 'living', 'family', 'new-here', 'meeting']);
export type Tint = z.infer<typeof Tint>;

/** A subject on the home screen. The order in the file is the order on the screen. */
export const Topic = z.strictObject({ id: Id, picture: Picture, tint: Tint });
export type Topic = z.infer<typeof Topic>;
export const Topics = z.array(Topic).min(1).max(12);
export type Topics = z.infer<typeof Topics>;

/** How a topic is called in one language, with a few words that hint at what is inside. */
export const TopicWords = z.strictObject({
  name: z.string().min(1).max(40),
  hint: z.string().min(1).max(60),
});
export type TopicWords = z.infer<typeof TopicWords>;
