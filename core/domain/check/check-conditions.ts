import {
  amountsIn,
  type Comparison,
  type Condition,
  comparisonsIn,
  DONT_KNOW,
  parametersIn,
} from '../condition.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { Flow, Question } from '../flow.ts';
import { type Edge, edgesOf, rulesOf } from '../flow-edges.ts';
import type { Id } from '../id.ts';
import type { Field } from '../pack-source.ts';
import { POSTCODE_FIGURES } from '../postcode.ts';
import type { RemarkInFile } from './finding.ts';

/** Conditions ask about questions of the flow, in the way that fits their kind, and have a `stale` way. */
export function checkConditions(flow: Flow): RemarkInFile[] {
  const comparisons = placedComparisons(flow).flatMap(({ question: asked, condition, field }) => {
    const question = Object.hasOwn(flow.questions, asked) ? flow.questions[asked] : undefined;
    const complaint = question === undefined ? unknown(flow, asked) : misfit(asked, question, condition);
    return complaint === undefined ? [] : [error('condition', field, complaint)];
  });
  return [...staleWays(flow), ...comparisons];
}

/** Conditions ask about the question they stand at, or about one that can have been asked before it. */
export function checkOrder(flow: Flow): RemarkInFile[] {
  const edges = edgesOf(flow);
  const before = new Map(Object.keys(flow.questions).map((id) => [id, askedBefore(id, edges)]));
  return placedComparisons(flow)
    .filter(({ at, question }) => Object.hasOwn(flow.questions, question) && !before.get(at)?.has(question))
    .map(({ question, field }) =>
      error(
        'condition',
        field,
        `"${question}" is never asked before this. Ask it earlier, or leave the condition out.`,
      ),
    );
}

/** Every comparison of the flow, with the question it stands at. */
function placedComparisons(flow: Flow): (Comparison & { at: Id })[] {
  return rulesOf(flow).flatMap(({ question, field, rule: { when } }) =>
    when === undefined
      ? []
      : comparisonsIn(when, [...field, 'when']).map((comparison) => ({ ...comparison, at: question })),
  );
}

function askedBefore(question: Id, edges: readonly Edge[]): ReadonlySet<Id> {
  const before = new Set([question]);
  for (const id of before) for (const { from, to } of edges) if (to === id) before.add(from);
  return before;
}

function staleWays(flow: Flow): RemarkInFile[] {
  const needing = new Set(
    rulesOf(flow)
      .filter(({ rule }) => rule.when !== undefined && parametersIn(rule.when).length > 0)
      .map(({ question }) => question),
  );
  return Object.entries(flow.questions).flatMap(([id, { stale }]) => {
    if (needing.has(id) === (stale !== undefined)) return [];
    return stale === undefined
      ? [
          error(
            'stale',
            ['questions', id],
            'A rule here uses a parameter. Add "stale": where to go on a day when it has no value.',
          ),
        ]
      : [
          error(
            'stale',
            ['questions', id, 'stale'],
            'No rule here uses a parameter, so this way is never taken. Remove it.',
          ),
        ];
  });
}

function unknown(flow: Flow, asked: Id): string {
  const meant = didYouMean(asked, Object.keys(flow.questions));
  const fix = meant === undefined ? 'Correct the name.' : `Did you mean "${meant}"?`;
  return `"${asked}" is no question of this flow. ${fix}`;
}

function misfit(id: Id, question: Question, condition: Condition): string | undefined {
  const { is, one_of, includes } = condition;
  const values = [is, ...(one_of ?? []), includes].filter((value) => value !== undefined);
  if (values.includes(DONT_KNOW))
    return `"I don't know" has its own way on and is not tested. Use "dont_know".`;
  if (condition.answer === undefined && question.kind !== 'date')
    return `"${id}" asks for no date, so no time can be counted from it. Use "answer".`;
  if (condition.answer !== undefined && question.kind === 'date')
    return 'Of a date the time until today is tested. Use "age", "months_since" or "days_since", not "answer".';
  if (includes !== undefined && question.kind !== 'several')
    return 'Only a question of kind several is tested with "includes". Use "is".';
  if (question.kind === 'several' && includes === undefined)
    return 'A question of kind several is tested with "includes". Use that, once for every answer.';
  const names = answersOf(question);
  if (names === undefined && !values.every((value) => typeof value === 'number')) return noNumber(values);
  if (question.kind === 'postcode') return noFigures([...values, ...amountsIn(condition)]);
  if (names === undefined) return undefined;
  return values.length === 0
    ? `A question of kind ${question.kind} has no amount. Use "is" or "one_of".`
    : values.map((value) => unknownAnswer(value, names)).find((complaint) => complaint !== undefined);
}

/** Of a postcode its four figures are compared; a parameter holds its own value. */
function noFigures(values: readonly unknown[]): string | undefined {
  const [lowest, highest] = POSTCODE_FIGURES;
  const wrong = values.find(
    (value) => typeof value === 'number' && !(Number.isInteger(value) && lowest <= value && value <= highest),
  );
  return wrong === undefined
    ? undefined
    : `"${wrong}" cannot be the figures of a postcode. Write a whole number from ${lowest} to ${highest}.`;
}

function noNumber(values: readonly (Id | number)[]): string {
  return `"${values.find((value) => typeof value !== 'number')}" is no number, and that is what this compares. Write a number.`;
}

function unknownAnswer(value: Id | number, names: readonly string[]): string | undefined {
  if (names.includes(String(value))) return undefined;
  const meant = didYouMean(String(value), names);
  const fix = meant === undefined ? `Use one of: ${names.join(', ')}.` : `Did you mean "${meant}"?`;
  return `"${value}" is no answer to that question. ${fix}`;
}

/** The names of the answers; undefined where the answer is a number, or is turned into one. */
function answersOf(question: Question): string[] | undefined {
  if (question.kind === 'yes-no') return ['ja', 'nee'];
  return question.kind === 'choice' || question.kind === 'several'
    ? Object.keys(question.answers)
    : undefined;
}

function error(rule: string, field: Field, message: string): RemarkInFile {
  return { severity: 'error', rule, field, message };
}
