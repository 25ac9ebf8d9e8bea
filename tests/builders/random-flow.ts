import fc from 'fast-check';
import { addDays } from '../../core/domain/calendar-date.ts';
import {
  type Answer,
  type Answers,
  type Condition,
  DONT_KNOW,
  type Setting,
} from '../../core/domain/condition.ts';
import type { Flow, Next, Question, Rule } from '../../core/domain/flow.ts';
import { edgesOf } from '../../core/domain/flow-edges.ts';
import type { Id } from '../../core/domain/id.ts';
import type { Parameters } from '../../core/domain/parameter.ts';
import { aFlow } from './a-flow.ts';
import { aParameter, aStaleParameter } from './a-parameter.ts';
import { aChoice, aDate, aNumber, aPostcode, aSeveral, aYesNo } from './a-question.ts';
import { randomAnswer } from './random-condition.ts';
import { TODAY } from './today.ts';

/** Parameters that random flows use; `p.past` has no value today. */
const PARAMETERS: Parameters = { 'p.five': aParameter(5), 'p.past': aStaleParameter(7) };

export const SETTING: Setting = { today: TODAY, parameters: PARAMETERS };

type Kind = Question['kind'];
const KINDS: readonly Kind[] = ['choice', 'yes-no', 'several', 'number', 'date', 'postcode'];

/** How wild a flow may be: with parameters or not, and with how many questions. */
type Wildness = { readonly parameters: boolean; readonly most: number };

/**
 * An acyclic flow: every way leads to a later question or an outcome. Nothing else is sure; a node may be out of
 * reach and a condition may never hold. Where rules use parameters there is a `stale` way.
 */
export function randomFlow(
  { parameters, most }: Wildness = { parameters: true, most: 5 },
): fc.Arbitrary<Flow> {
  return fc
    .tuple(
      fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: most }),
      fc.integer({ min: 1, max: 3 }),
    )
    .chain(([kinds, ends]) => {
      const outcomes = Array.from({ length: ends }, (_, index) => `o${index}`);
      const questions = kinds.map((_, index) => questionAt(kinds, index, outcomes, parameters));
      return fc.tuple(...questions).map((drawn) => {
        const named = Object.fromEntries(drawn.map((question, index) => [`q${index}`, question]));
        return withUsedOutcomes(aFlow({ questions: named, outcomes }));
      });
    });
}

/** Without the outcomes that no way leads to, which would keep most flows from being accepted. */
function withUsedOutcomes(flow: Flow): Flow {
  const used = new Set(edgesOf(flow).map(({ to }) => to));
  return {
    ...flow,
    outcomes: Object.fromEntries(Object.entries(flow.outcomes).filter(([id]) => used.has(id))),
  };
}

function questionAt(
  kinds: readonly Kind[],
  index: number,
  outcomes: readonly Id[],
  parameters: boolean,
): fc.Arbitrary<Question> {
  const later = kinds.map((_, place) => `q${place}`).slice(index + 1);
  const straight = fc.constantFrom(...later.slice(0, 2), ...outcomes, 'balie');
  // The next question comes first, so that most questions are reached.
  const on = fc.constant(later[0] ?? outcomes[0] ?? 'balie');
  const test = fc.nat(index).chain((asked) => comparison(`q${asked}`, kinds[asked] as Kind, parameters));
  const when: fc.Arbitrary<Condition> = fc.oneof(
    { weight: 4, arbitrary: comparison(`q${index}`, kinds[index] as Kind, parameters) },
    { weight: 3, arbitrary: test },
    { weight: 1, arbitrary: fc.record({ not: test }) },
    { weight: 1, arbitrary: fc.record({ and: fc.array(test, { minLength: 1, maxLength: 2 }) }) },
    { weight: 1, arbitrary: fc.record({ or: fc.array(test, { minLength: 1, maxLength: 2 }) }) },
  );
  const rules = fc
    .tuple(fc.array(fc.record({ when, go: straight }), { minLength: 1, maxLength: 2 }), on)
    .map(([list, go]): Rule[] => [...list, { go }]);
  const shape = fc.record({
    first: fc.oneof(on, rules),
    second: fc.oneof(straight, rules),
    dont_know: straight,
    stale: straight,
  });
  return shape.map((ways) => build(kinds[index] as Kind, ways));
}

type Ways = { first: Next; second: Next; dont_know: Next; stale: Id };

function build(kind: Kind, { first, second, dont_know, stale }: Ways): Question {
  const question = shaped(kind, first, second, dont_know);
  // Only a question whose own rules use a parameter has a stale way.
  return JSON.stringify(question).includes('"parameter"') ? { ...question, stale } : question;
}

function shaped(kind: Kind, first: Next, second: Next, dont_know: Next): Question {
  switch (kind) {
    case 'choice':
      return aChoice({ a: first, b: second, c: second }, { dont_know });
    case 'yes-no':
      return aYesNo(first, second, { dont_know });
    case 'several':
      return aSeveral(['a', 'b', 'c'], first, { dont_know });
    case 'number':
      return aNumber([0, 10], first, { dont_know });
    case 'date':
      return aDate(['2000-01-01', 'today'], first, { dont_know });
    case 'postcode':
      return aPostcode(first, { dont_know });
  }
}

function comparison(question: Id, kind: Kind, parameters: boolean): fc.Arbitrary<Condition> {
  const ids = kind === 'yes-no' ? ['ja', 'nee'] : ['a', 'b', 'c'];
  const id = fc.constantFrom(...ids);
  if (kind === 'several') return fc.record({ answer: fc.constant(question), includes: id });
  if (kind === 'choice' || kind === 'yes-no')
    return fc.oneof(
      fc.record({ answer: fc.constant(question), is: id }),
      fc.record({
        answer: fc.constant(question),
        one_of: fc.uniqueArray(id, { minLength: 1, maxLength: 2 }),
      }),
    );
  const number = fc.integer(kind === 'postcode' ? { min: 1001, max: 9998 } : { min: 1, max: 9 });
  const named = fc.record({ parameter: fc.constantFrom('p.five', 'p.past') });
  const amount = parameters ? fc.oneof(number, named) : number;
  const measure =
    kind === 'date' ? fc.constantFrom('age', 'months_since', 'days_since') : fc.constant('answer');
  const test = fc.oneof(
    fc.record({ less_than: amount }),
    fc.record({ at_most: amount }),
    fc.record({ more_than: amount }),
    fc.record({ at_least: amount }),
    fc.record({ between: fc.tuple(amount, amount) }),
    fc.record({ is: number }),
  );
  return fc.tuple(measure, test).map(([name, how]): Condition => ({ [name]: question, ...how }));
}

/** An answer that fits the question. */
function fitting(question: Question): fc.Arbitrary<Answer> {
  switch (question.kind) {
    case 'choice':
      return fc.constantFrom(...Object.keys(question.answers));
    case 'yes-no':
      return fc.constantFrom('ja', 'nee');
    case 'several':
      return fc.shuffledSubarray(Object.keys(question.answers));
    case 'number':
      return fc.integer({ min: question.between[0], max: question.between[1] });
    case 'date':
      return fc.nat(9000).map((days) => addDays(TODAY, -days));
    case 'postcode':
      return fc.integer({ min: 1000, max: 9999 }).map((digits) => `${digits}AB`);
  }
}

/** Answers to all questions of a flow: most fit, some are "I don't know", and some are missing or nonsense. */
export function answersTo(flow: Flow, sense: 'fitting' | 'any' = 'any'): fc.Arbitrary<Answers> {
  const entries = Object.entries(flow.questions).map(([id, question]) => [
    id,
    fc.oneof(
      { weight: 6, arbitrary: fitting(question) },
      { weight: 1, arbitrary: fc.constant(DONT_KNOW) },
      { weight: sense === 'any' ? 1 : 0, arbitrary: randomAnswer },
    ),
  ]);
  const all: Record<Id, fc.Arbitrary<Answer>> = Object.fromEntries(entries);
  if (sense === 'fitting') return fc.record(all);
  return fc.record(all, { requiredKeys: [] }).map((answers) => answers as Answers);
}
