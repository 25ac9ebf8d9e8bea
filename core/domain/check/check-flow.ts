import type { Setting } from '../condition.ts';
import { DONT_KNOW } from '../condition.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { Flow } from '../flow.ts';
import { edgesOf, exitsOf } from '../flow-edges.ts';
import type { Id } from '../id.ts';
import type { Field } from '../pack-source.ts';
import { checkConditions, checkOrder } from './check-conditions.ts';
import { checkTruths } from './check-truths.ts';
import type { RemarkInFile } from './finding.ts';

/** With more questions than this nobody can oversee a flow. */
export const MOST_QUESTIONS = 200;

/**
 * Judges the logic of one flow: every way leads somewhere, everything can be reached, nothing goes in a circle,
 * no path ends in nothing, conditions fit what they ask about, and no condition always or never holds.
 */
export function checkFlow(flow: Flow, setting: Setting): RemarkInFile[] {
  if (Object.keys(flow.questions).length > MOST_QUESTIONS)
    return [
      error(
        'paths',
        ['questions'],
        `This flow has more than ${MOST_QUESTIONS} questions. Split it in two flows.`,
      ),
    ];
  const names = [...missingNodes(flow), ...doubleNodes(flow)];
  // While a name is wrong, what it was meant for only seems out of reach, or asked too late.
  const order = names.length > 0 ? [] : [...unreachableNodes(flow), ...checkOrder(flow)];
  const faults = [...names, ...order, ...circles(flow), ...deadEnds(flow), ...answers(flow, setting)];
  const structure = [...faults, ...checkConditions(flow)];
  // Walking a flow that is torn would only repeat what has just been said.
  return structure.length > 0 ? structure : checkTruths(flow, setting);
}

function missingNodes(flow: Flow): RemarkInFile[] {
  const nodes = [...Object.keys(flow.questions), ...Object.keys(flow.outcomes)];
  const ways = [{ to: flow.start, field: ['start'] as Field }, ...edgesOf(flow)];
  return ways
    .filter(({ to }) => !nodes.includes(to))
    .map(({ to, field }) => {
      const meant = didYouMean(to, nodes);
      const fix = meant === undefined ? 'Correct the name, or add it.' : `Did you mean "${meant}"?`;
      return error('next', field, `"${to}" is no question or outcome of this flow. ${fix}`);
    });
}

function doubleNodes(flow: Flow): RemarkInFile[] {
  return Object.keys(flow.questions)
    .filter((id) => Object.hasOwn(flow.outcomes, id))
    .map((id) =>
      error('next', ['outcomes', id], `"${id}" is a question and an outcome. Give one of them another name.`),
    );
}

/** Only where a lost part begins: what lies behind it is reached again when that is mended. A circle has no beginning. */
function unreachableNodes(flow: Flow): RemarkInFile[] {
  const edges = edgesOf(flow);
  const led = new Set<Id>([flow.start, ...edges.map(({ to }) => to)]);
  return (['questions', 'outcomes'] as const).flatMap((group) =>
    Object.keys(flow[group])
      .filter((id) => !led.has(id))
      .map((id) =>
        error('reach', [group, id], `Nothing leads to "${id}". Remove it, or let an answer go there.`),
      ),
  );
}

function circles(flow: Flow): RemarkInFile[] {
  const edges = edgesOf(flow);
  const done = new Set<Id>();
  const remarks: RemarkInFile[] = [];
  const visit = (id: Id, trail: readonly Id[]): void => {
    if (done.has(id)) return;
    for (const { to, field } of edges.filter(({ from }) => from === id)) {
      const start = trail.indexOf(to);
      if (start < 0) visit(to, [...trail, to]);
      else remarks.push(error('circle', field, circleText([...trail.slice(start), to])));
    }
    done.add(id);
  };
  for (const id of Object.keys(flow.questions)) visit(id, [id]);
  return remarks;
}

function circleText(round: readonly Id[]): string {
  return `This goes in a circle: ${round.join(' → ')}. Let it go on to a later question or an outcome.`;
}

function deadEnds(flow: Flow): RemarkInFile[] {
  return exitsOf(flow).flatMap(({ field, next }) => {
    if (typeof next === 'string') return [];
    const open = next.findIndex((rule) => rule.when === undefined);
    if (open < 0)
      return [
        error(
          'dead-end',
          field,
          'When no rule holds, the visitor is stuck here. End with a rule that has only "go".',
        ),
      ];
    return next
      .slice(open + 1)
      .map((_, index) =>
        error(
          'dead-end',
          [...field, open + 1 + index],
          'A rule above has no "when" and always holds, so this one is never read. Change their order.',
        ),
      );
  });
}

/** A question can be answered, and "I don't know" is not among its own answers. */
function answers(flow: Flow, { today }: Setting): RemarkInFile[] {
  return Object.entries(flow.questions).flatMap(([id, question]): RemarkInFile[] => {
    const at = (...names: string[]): Field => ['questions', id, ...names];
    if (question.kind === 'choice' || question.kind === 'several') {
      const given = Object.keys(question.answers);
      if (given.length === 0)
        return [error('answers', at('answers'), 'This question has no answers. Add two or more.')];
      return given.includes(DONT_KNOW)
        ? [
            error(
              'answers',
              at('answers', DONT_KNOW),
              `"${DONT_KNOW}" is on every question by itself. Remove it here and use "dont_know".`,
            ),
          ]
        : [];
    }
    if (question.kind !== 'number' && question.kind !== 'date') return [];
    const [first, last] = question.between;
    return (first === 'today' ? today : first) <= (last === 'today' ? today : last)
      ? []
      : [
          error(
            // A bound that moves with the calendar can be wrong on one day and right on the next.
            first === 'today' || last === 'today' ? 'review' : 'answers',
            at('between'),
            `${first} comes after ${last}, so no answer fits. Change their order.`,
          ),
        ];
  });
}

function error(rule: string, field: Field, message: string): RemarkInFile {
  return { severity: 'error', rule, field, message };
}
