import { z } from 'zod';
import { CalendarDate } from '../calendar-date-schema.ts';
import { WebAddress } from '../web-address.ts';
import { wallMomentAt } from './amsterdam-time.ts';
import { withPlainLines } from './plain-lines.ts';

/** Characters that no text has a use for: controls (a new line and a tab may stay) and halves of a character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNFIT = /[\u0000-\u0008\u000b-\u001f\u007f\p{Surrogate}]/u;
/** The same without telling halves from whole characters: quicker, and few texts have any. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const MAYBE_UNFIT = /[\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff]/;
const FIT = 'has characters that are no text';

const text = (longest: number) =>
  z
    .string()
    .overwrite(withPlainLines)
    .trim()
    .min(1, 'is empty')
    .max(longest, `is longer than ${longest} characters`)
    .refine((value) => !(MAYBE_UNFIT.test(value) && UNFIT.test(value)), { error: FIT });

/**
 * The identifier of a record. HSDS asks for a UUID; many directories have ids of their own, and those are kept as
 * they are: an id is compared and never shown.
 */
export const HsdsId = z
  .string()
  .regex(/^[\w.:~@/-]{1,100}$/, 'is no id: use a UUID, or letters, digits and . : - _ / @ ~');
export type HsdsId = z.infer<typeof HsdsId>;

export const LONGEST_NAME = 300;
/** A name or a label. */
export const Name = text(LONGEST_NAME);
export const LONGEST_TEXT = 20_000;
/** A text of any number of sentences. */
export const Text = text(LONGEST_TEXT);
/** A code from a list: a language, a topic, a kind of link. */
export const Code = text(100);
/** A page on the web; what is no http or https address is refused. */
export const Uri = WebAddress;
export const Email = z.email('is no e-mail address').max(200);
/** A moment with the offset of its clock from UTC; the last minute of a day is meant as the end of that day, whatever the clock. */
const MOMENT = /^\d{4}-\d\d-\d\dT(?!23:59).*(?:Z|[+-]\d\d:\d\d)$/;

/** A day; of a moment only its day is kept (HSDS writes some days as a moment): the one that the Dutch calendar shows then. */
export const Day = z.string().transform(dayOf).pipe(CalendarDate);

/** `s`: without, each T of many before a new line would be tried anew, and a long value take minutes. */
function dayOf(value: string): string {
  const instant = MOMENT.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(instant) ? value.replace(/T.*$/s, '') : wallMomentAt(instant).date;
}

/**
 * A time of the day, HH:MM, kept as what the clock on the wall says there. HSDS lets an offset follow: those of Dutch
 * summer and winter time are left out, since they say nothing new, and others are refused.
 */
export const WallTime = z
  .string()
  .regex(
    /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:\+0[12]:00)?$|^24:00(?::00)?$/,
    'is no time of the Dutch clock: write 09:00',
  )
  .transform((value) => value.slice(0, 5));
