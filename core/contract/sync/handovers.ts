import { z } from 'zod';
import { HandoverState, MOST_DAYS_OPEN } from '../../domain/desk/handover.ts';
import { Sealed } from '../../domain/desk/sealed.ts';
import { Id } from '../../domain/id.ts';
import { NewPartner } from '../administration/organisations.ts';
import { DeviceId } from './device.ts';

/** So many handovers go in one report at most: with what is sealed in them, less than a server reads of one. */
export const MOST_REPORTED = 20;
export const MOST_REPORT_BYTES = 96 * 1024;
/**
 * Of so many handovers the answer says how far they are: those that it was just told of, and then the newest. All of 60 days, of a desk that
 * gives 16 on each. And so many partners are told of.
 */
export const MOST_ANSWERED = 1_000;
export const MOST_PARTNERS = 100;
/** So long is an answer at most: each of those handovers takes a tenth of a kilobyte, and each of those partners up to one. */
export const MOST_ANSWER_BYTES = 256 * 1024;

/** A handover, wherever it is spoken of: a version 4 UUID, which tells nothing of where or when. */
export const HandoverId = z.uuidv4();
export type HandoverId = z.infer<typeof HandoverId>;

/** SHA-256 of a code in one piece, in hexadecimal: the server never has the code itself before a partner gives it. */
export const CodeHash = z.string().regex(/^[0-9a-f]{64}$/);

/** Where what a visitor typed is. `none`: nothing was typed. `waiting`: at the server. `delivered`: fetched. `deleted`: gone unfetched. */
export const SealedState = z.enum(['none', 'waiting', 'delivered', 'deleted']);
export type SealedState = z.infer<typeof SealedState>;

/**
 * A handover as a device tells it. No visitor, no question, no minute: `hoursAgo` is by the clock of the device, so that a wrong clock
 * changes nothing. `said`: what the desk said of it, each with its number, which counts up.
 */
export const ReportedHandover = z.strictObject({
  id: HandoverId,
  code: CodeHash,
  partner: Id,
  hoursAgo: z
    .number()
    .int()
    .min(0)
    .max(MOST_DAYS_OPEN * 24),
  sealed: Sealed.optional(),
  said: z.array(z.strictObject({ number: z.number().int().positive(), state: HandoverState })).max(20),
});
export type ReportedHandover = z.infer<typeof ReportedHandover>;

/**
 * `POST /api/v1/handovers`, signed by the device as batches are: what is new of its handovers, and the question how far all of them
 * are. Sent again it changes nothing. `report` comes back in the answer, so that an old answer cannot take the place of a new one.
 */
export const HandoverReport = z.strictObject({
  device: DeviceId,
  report: z.uuidv4(),
  handovers: z.array(ReportedHandover).max(MOST_REPORTED),
});
export type HandoverReport = z.infer<typeof HandoverReport>;

/** How far a handover is at the server. `said`: the highest number of what the desk said that was heard. */
export const AnsweredHandover = z.strictObject({
  id: HandoverId,
  state: HandoverState,
  sealed: SealedState,
  said: z.number().int().nonnegative(),
});
export type AnsweredHandover = z.infer<typeof AnsweredHandover>;

/** The answer, signed by the server. `refused`: what it does not take, because the partner is gone or the code was given already. */
export const HandoverAnswer = z.strictObject({
  device: DeviceId,
  report: z.uuidv4(),
  partners: z.array(NewPartner).max(MOST_PARTNERS),
  handovers: z.array(AnsweredHandover).max(MOST_ANSWERED),
  refused: z.array(HandoverId).max(MOST_REPORTED),
});
export type HandoverAnswer = z.infer<typeof HandoverAnswer>;
