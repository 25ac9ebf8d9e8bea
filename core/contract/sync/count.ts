import { z } from 'zod';
import { dayExists } from '../../domain/calendar-date.ts';
import { Id } from '../../domain/id.ts';
import { Language } from '../../domain/language.ts';
import { PackId } from '../repository/names.ts';

const inPack = { pack: PackId, language: Language };
const flow = { ...inPack, flow: Id };

/**
 * What happened once at a kiosk, with nothing of the visitor in it: no number of a visit, no answer, no text that
 * somebody typed. Two of them cannot be joined: they carry the hour, not the minute, and leave the kiosk in batches.
 */
export const Happening = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('topic-opened'), body: z.strictObject({ ...inPack, topic: Id }) }),
  z.strictObject({ type: z.literal('flow-started'), body: z.strictObject(flow) }),
  /** The question on which a visitor left the flow: by going home, by ending the visit, or by staying away. */
  z.strictObject({ type: z.literal('step-left'), body: z.strictObject({ ...flow, step: Id }) }),
  z.strictObject({ type: z.literal('outcome-reached'), body: z.strictObject({ ...flow, step: Id }) }),
  z.strictObject({ type: z.literal('search-empty'), body: z.strictObject({ language: Language }) }),
  z.strictObject({ type: z.literal('language-chosen'), body: z.strictObject({ language: Language }) }),
  z.strictObject({ type: z.literal('read-aloud'), body: z.strictObject({ language: Language }) }),
  z.strictObject({
    type: z.literal('printed'),
    body: z.strictObject({ paper: z.enum(['a4', 'receipt']), language: Language }),
  }),
]);
export type Happening = z.infer<typeof Happening>;

/** What is written as an hour; the day need not exist. */
export const WrittenHour = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):00:00Z$/, 'is no whole hour in UTC');

/** The start of an hour in UTC, as `2026-11-26T14:00:00Z`. */
export const Hour = WrittenHour.refine(hourExists, 'is of a day that does not exist');
export type Hour = z.infer<typeof Hour>;

/** Is what is written as an hour one of a day that there is? */
export function hourExists(written: string): boolean {
  return dayExists(written.slice(0, 10));
}

/** The hour in which a moment lies. */
export function hourOf(moment: Date): Hour {
  return `${moment.toISOString().slice(0, 13)}:00:00Z`;
}
