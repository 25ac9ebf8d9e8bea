import type { z } from 'zod';
import { Flow, Outcome, type Question } from '../../core/domain/flow.ts';
import { aYesNo } from './a-question.ts';

type Parts = Partial<Omit<z.input<typeof Flow>, 'questions' | 'outcomes'>> & {
  questions?: Record<string, Question>;
  /** The ids of the outcomes; `balie` is always one, unless all are given whole. */
  outcomes?: string[] | Record<string, Outcome>;
};

/** A flow about rent. Its start is its first question; by itself it asks one question and has three outcomes. */
export function aFlow(parts: Parts = {}): Flow {
  const questions = parts.questions ?? { 'huurt-u': aYesNo('wel', 'niet') };
  const outcomes = parts.outcomes ?? (parts.questions === undefined ? ['wel', 'niet'] : []);
  return Flow.parse({
    id: 'huur',
    topic: 'geld',
    picture: 'house',
    start: Object.keys(questions)[0],
    review_by: '2027-06-01',
    sources: [{ title: 'Rijksoverheid', url: 'https://www.rijksoverheid.nl', checked_on: '2026-11-03' }],
    ...parts,
    questions,
    outcomes: Array.isArray(outcomes)
      ? Object.fromEntries([...outcomes, 'balie'].map((id) => [id, anOutcome()]))
      : outcomes,
  });
}

/** An outcome with one step: walk to the desk. */
export function anOutcome(parts: Partial<z.input<typeof Outcome>> = {}): Outcome {
  return Outcome.parse({ verdict: 'ask', steps: ['loop-naar-de-balie'], ...parts });
}
