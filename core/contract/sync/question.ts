import { z } from 'zod';
import { DeskQuestion } from '../../domain/desk/desk-question.ts';

/**
 * Which state of a question this is: 1 as it was logged, one more for each correction and for taking it back. The highest is how it is,
 * in whatever order they arrive. After a store came back from a copy they go on a thousand higher.
 */
const revision = z.number().int().min(2).max(Number.MAX_SAFE_INTEGER);

/**
 * What a desk tells of its questions. A correction is the whole question as it is now. One that was taken back counts no more and stays
 * gone, also when an older state of it arrives later. Only the device that logged a question changes it.
 */
export const QuestionItem = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('question'), body: DeskQuestion }),
  z.strictObject({ type: z.literal('question-corrected'), body: DeskQuestion.extend({ revision }) }),
  z.strictObject({
    type: z.literal('question-withdrawn'),
    body: z.strictObject({ id: DeskQuestion.shape.id, revision }),
  }),
]);
export type QuestionItem = z.infer<typeof QuestionItem>;
