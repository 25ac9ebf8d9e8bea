import { z } from 'zod';
import { CalendarDate } from './calendar-date-schema.ts';
import { Id } from './id.ts';
import { Picture } from './picture.ts';
import { WebAddress } from './web-address.ts';

/** Digits in groups, as they are printed on a letter: a space or a hyphen between two groups. */
const WRITTEN = /^\d+(?:[ -]\d+)*$/;

/** Free and paid service numbers, numbers of ten digits, 14 with an area code, and the short numbers. */
const DUTCH_PHONE =
  /^(?:(?:0800|090[069])\d{4}(?:\d{3})?|(?!0800|090[069])0[1-9]\d{8}|140\d{2,3}|1[148]\d{2}|116\d{3}|11[23])$/;

/** Is this a Dutch telephone number as it is written: free, paid, 088, area code, mobile or short? */
export function isDutchPhone(text: string): boolean {
  return WRITTEN.test(text) && DUTCH_PHONE.test(text.replaceAll(/\D/g, ''));
}

/** Does calling this number cost nothing, from any telephone? Only 0800, 112 and the European numbers that begin with 116 do. */
export function isFreePhone(text: string): boolean {
  return isDutchPhone(text) && /^(?:0800|116|112$)/.test(text.replaceAll(/\D/g, ''));
}

/** An organisation or place that a visitor can call, visit or look up. */
export const Contact = z
  .strictObject({
    picture: Picture,
    phone: z.string().optional(),
    /** Free to call, from any telephone. */
    free: z.boolean().default(false),
    url: WebAddress.optional(),
    /** The desk of the library itself: no number, just walk there. */
    here: z.boolean().default(false),
    /** Somebody that everybody has of their own, as a doctor: no number holds for all. */
    own: z.boolean().optional(),
    source: WebAddress.optional(),
    checked_on: CalendarDate,
    review_by: CalendarDate,
  })
  .refine((contact) => contact.here || contact.own || contact.phone || contact.url, {
    message:
      'give a phone number, a url, "here: true" for the desk itself, or "own: true" for a doctor of one\'s own',
  });
export type Contact = z.infer<typeof Contact>;
export const Contacts = z.record(Id, Contact);
export type Contacts = z.infer<typeof Contacts>;

/** The words of a contact: its name, what they do for you, and when you can reach them. */
export const ContactWords = z.strictObject({
  name: z.string().min(1).max(60),
  text: z.string().min(1),
  hours: z.string().min(1).max(80).optional(),
});
export type ContactWords = z.infer<typeof ContactWords>;
