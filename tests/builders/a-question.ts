import type { z } from 'zod';
import type {
  ChoiceQuestion,
  DateQuestion,
  Next,
  NumberQuestion,
  PostcodeQuestion,
  SeveralQuestion,
  YesNoQuestion,
} from '../../core/domain/flow.ts';

/** What every question has; "I don't know" leads to the outcome `balie` unless told otherwise. */
type More = { dont_know?: Next; stale?: string };

export function aYesNo(yes: Next, no: Next, more: More = {}): z.infer<typeof YesNoQuestion> {
  return { kind: 'yes-no', yes, no, dont_know: 'balie', ...more };
}

/** Each answer with its own way on. */
export function aChoice(ways: Record<string, Next>, more: More = {}): z.infer<typeof ChoiceQuestion> {
  const answers = Object.entries(ways).map(([id, next]) => [id, { picture: 'house' as const, next }]);
  return { kind: 'choice', answers: Object.fromEntries(answers), dont_know: 'balie', ...more };
}

export function aSeveral(ids: string[], next: Next, more: More = {}): z.infer<typeof SeveralQuestion> {
  const answers = Object.fromEntries(ids.map((id) => [id, { picture: 'house' as const }]));
  return { kind: 'several', answers, next, dont_know: 'balie', ...more };
}

export function aNumber(
  between: [number, number],
  next: Next,
  more: More = {},
): z.infer<typeof NumberQuestion> {
  return { kind: 'number', unit: 'year', between, next, dont_know: 'balie', ...more };
}

export function aDate(between: [string, string], next: Next, more: More = {}): z.infer<typeof DateQuestion> {
  return { kind: 'date', between, next, dont_know: 'balie', ...more };
}

export function aPostcode(next: Next, more: More = {}): z.infer<typeof PostcodeQuestion> {
  return { kind: 'postcode', next, dont_know: 'balie', ...more };
}
