import { z } from 'zod';
import { Id } from '../domain/id.ts';
import { Language } from '../domain/language.ts';

/** Where in the content a visitor is. Ids and nothing else: answers and texts have no place in it. */
export const VisitPlace = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('home'), language: Language }),
  z.strictObject({ kind: z.literal('topic'), language: Language, topic: Id }),
  z.strictObject({ kind: z.literal('step'), language: Language, flow: Id, step: Id }),
]);
export type VisitPlace = z.infer<typeof VisitPlace>;
