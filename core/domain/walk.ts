import { type CalendarDate, dayNumber, isCalendarDate } from './calendar-date.ts';
import { type Answer, type Answers, DONT_KNOW, judge, type Setting, type Truth } from './condition.ts';
import type { Flow, Next, Question, Rule } from './flow.ts';
import type { Id } from './id.ts';
import { isPostcode } from './postcode.ts';

/** Where the answers lead: the question to ask now or the outcome, and the questions answered on the way. */
export type Walk = {
  readonly at: { readonly kind: 'question' | 'outcome'; readonly id: Id };
  /** The questions answered on the way, first to last. */
  readonly trail: readonly Id[];
  /** The parameter-dependent rules had no value today somewhere on the way. */
  readonly stale: boolean;
};

/** Where one answer leads, and whether that was the `stale` way. */
export type Turn = { readonly go: Id; readonly stale: boolean };

/** Hears how each rule was judged, by which answers; a checker uses it to find rules that never or always hold. */
export type RuleListener = (rule: Rule, truth: Truth, answers: Answers) => void;

/** A node that a flow names but does not have, or a circle: the check reports it, so a walk never should. */
export class BrokenFlowError extends Error {}

/**
 * Replays the answers from the start to where they lead: the only flow engine.
 * An answer that is missing or does not fit its question ends the walk at that question.
 * Answers to questions that are not on the way are not looked at, not by conditions either.
 * Throws BrokenFlowError when the flow leads to a node it does not have, or in a circle.
 */
export function walk(flow: Flow, answers: Answers, setting: Setting): Walk {
  const trail: Id[] = [];
  let stale = false;
  for (let id = flow.start; ; ) {
    if (Object.hasOwn(flow.outcomes, id)) return { at: { kind: 'outcome', id }, trail, stale };
    const question = questionOf(flow, id);
    if (trail.includes(id)) throw new BrokenFlowError(`Flow "${flow.id}" comes back to question "${id}".`);
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    if (answer === undefined || !fits(question, answer, setting.today)) {
      return { at: { kind: 'question', id }, trail, stale };
    }
    trail.push(id);
    const turn = turnAt(question, answer, onTheWay(answers, trail), setting);
    if (turn === undefined)
      throw new BrokenFlowError(`Flow "${flow.id}" has no way on from question "${id}".`);
    stale ||= turn.stale;
    id = turn.go;
  }
}

/**
 * Where an answer to this question leads. Undefined when no rule holds and there is no last rule without `when`,
 * or when a parameter is stale and the question has no `stale` way.
 */
export function turnAt(
  question: Question,
  answer: Answer,
  answers: Answers,
  setting: Setting,
  hear?: RuleListener,
): Turn | undefined {
  const next = nextOf(question, answer);
  if (next === undefined) return undefined;
  if (typeof next === 'string') return { go: next, stale: false };
  for (const rule of next) {
    const truth = rule.when === undefined ? 'yes' : judge(rule.when, answers, setting);
    hear?.(rule, truth, answers);
    if (truth === 'stale')
      return question.stale === undefined ? undefined : { go: question.stale, stale: true };
    if (truth === 'yes') return { go: rule.go, stale: false };
  }
  return undefined;
}

/** The answers with the last one of the trail taken away: one step back. At the first question nothing changes. */
export function stepBack(flow: Flow, answers: Answers, setting: Setting): Answers {
  const last = walk(flow, answers, setting).trail.at(-1);
  return Object.fromEntries(Object.entries(answers).filter(([id]) => id !== last));
}

/** Does the answer fit the question: known id, inside the bounds, a date that exists, a Dutch postcode? */
export function fits(question: Question, answer: Answer, today: CalendarDate): boolean {
  if (answer === DONT_KNOW) return true;
  switch (question.kind) {
    case 'choice':
      return typeof answer === 'string' && Object.hasOwn(question.answers, answer);
    case 'yes-no':
      return answer === 'ja' || answer === 'nee';
    case 'several':
      return (
        Array.isArray(answer) &&
        new Set(answer).size === answer.length &&
        answer.every((id) => Object.hasOwn(question.answers, id))
      );
    case 'number':
      return (
        Number.isInteger(answer) &&
        Number(answer) >= question.between[0] &&
        Number(answer) <= question.between[1]
      );
    case 'date':
      return (
        typeof answer === 'string' && isCalendarDate(answer) && withinDays(question.between, answer, today)
      );
    case 'postcode':
      return typeof answer === 'string' && isPostcode(answer);
  }
}

/** The question of this id. Throws BrokenFlowError when the flow has none. */
export function questionOf(flow: Flow, id: Id): Question {
  const question = Object.hasOwn(flow.questions, id) ? flow.questions[id] : undefined;
  if (question === undefined)
    throw new BrokenFlowError(`Flow "${flow.id}" leads to "${id}", which it does not have.`);
  return question;
}

function nextOf(question: Question, answer: Answer): Next | undefined {
  if (answer === DONT_KNOW) return question.dont_know;
  if (question.kind === 'choice') return question.answers[String(answer)]?.next;
  if (question.kind === 'yes-no') return answer === 'ja' ? question.yes : question.no;
  return question.next;
}

function onTheWay(answers: Answers, trail: readonly Id[]): Answers {
  return Object.fromEntries(trail.map((id) => [id, answers[id] as Answer]));
}

function withinDays(between: readonly [string, string], date: string, today: CalendarDate): boolean {
  const [first, last] = between.map((bound) => dayNumber(bound === 'today' ? today : bound)) as [
    number,
    number,
  ];
  return first <= dayNumber(date) && dayNumber(date) <= last;
}
