import { z } from 'zod';
import { Language } from './language.ts';
import { WebAddress } from './web-address.ts';

/** A text on a slip and the language it is in: where a translation is missing it is another one than the slip's. */
export const SlipText = z.strictObject({ text: z.string(), language: Language });
export type SlipText = z.infer<typeof SlipText>;

/** A line of a list on a slip: a step, a thing to bring, a paragraph, or somebody to call or visit. */
export const SlipItem = z.strictObject({
  title: SlipText.optional(),
  /** The address to go to, of a place that has a name too. */
  place: SlipText.optional(),
  text: SlipText.optional(),
  /** A telephone number as it is dialled, and what goes with it: that it costs nothing, or whom to ask for. */
  phone: z.string().optional(),
  phoneNote: SlipText.optional(),
  /** When they can be reached, or that they are right here. */
  note: SlipText.optional(),
  site: z.string().optional(),
});
export type SlipItem = z.infer<typeof SlipItem>;

/** A part of a slip. Steps are numbered; hours are lines close together; places are those that can be left out before anybody else to call or visit. */
export const SlipSection = z.strictObject({
  kind: z.enum(['steps', 'list', 'text', 'hours', 'contacts', 'places']),
  heading: SlipText.optional(),
  items: z.array(SlipItem),
});
export type SlipSection = z.infer<typeof SlipSection>;

/**
 * What a visitor takes along: the same on paper, in a code and on the screen. It says what came out and what to do, and
 * holds no answer of the visitor.
 */
export const Slip = z.strictObject({
  language: Language,
  /** What it is about: the name of the flow or of the topic. */
  about: SlipText,
  title: SlipText,
  lead: SlipText,
  /** What must be known first: an alert, or that an amount is left out because it is too old. */
  notice: SlipText.optional(),
  sections: z.array(SlipSection),
  /** When the facts were checked, and where they come from. */
  checked: SlipText.optional(),
  /** Who made this, and where to go with questions. */
  desk: SlipText,
  /** A page on the web that goes on where the slip ends. */
  address: WebAddress.optional(),
});
export type Slip = z.infer<typeof Slip>;
