import { type CalendarDate, daysBetween, monthsBetween, yearsBetween } from './calendar-date.ts';
import type { Id } from './id.ts';
import type { Field } from './pack-source.ts';
import type { ParameterId, Parameters } from './parameter.ts';
import { valueOn } from './parameter-value.ts';

/** The answer that every question has: "I don't know". It satisfies no comparison. */
export const DONT_KNOW = 'weet-niet';

/** What a visitor answered: an answer's id, several ids, a number, a date or a postcode, or `weet-niet`. */
export type Answer = string | number | Id[];

/** Answers by question id. */
export type Answers = Readonly<Record<Id, Answer>>;

/** A number, or the parameter that has one. */
export type Amount = number | { parameter: ParameterId };

/** What of an answer is compared: itself, or the time since it. */
export const MEASURES = ['answer', 'age', 'months_since', 'days_since'] as const;

/**
 * A condition on earlier answers, as data: it is evaluated, never run as code.
 * Either one of `and`, `or`, `not` over other conditions; or one measure of an answer with one test.
 * `age`, `months_since` and `days_since` measure the time from an answered date until today, in whole units.
 */
export interface Condition {
  and?: Condition[] | undefined;
  or?: Condition[] | undefined;
  not?: Condition | undefined;
  answer?: Id | undefined;
  age?: Id | undefined;
  months_since?: Id | undefined;
  days_since?: Id | undefined;
  is?: Id | number | undefined;
  one_of?: (Id | number)[] | undefined;
  includes?: Id | undefined;
  less_than?: Amount | undefined;
  at_most?: Amount | undefined;
  more_than?: Amount | undefined;
  at_least?: Amount | undefined;
  between?: [Amount, Amount] | undefined;
}

/** What conditions are judged against, besides the answers: the day it is, and the dated values of the pack. */
export type Setting = { readonly today: CalendarDate; readonly parameters: Parameters };

/** Does it hold? `stale`: nobody can say, because a parameter it needs has no value today. */
export type Truth = 'yes' | 'no' | 'stale';

/** Judges a condition. An unanswered or unknown answer satisfies no test. Never throws. */
export function judge(condition: Condition, answers: Answers, setting: Setting): Truth {
  if (condition.and) return every(condition.and, answers, setting);
  if (condition.or) return judge({ not: { and: condition.or.map((not) => ({ not })) } }, answers, setting);
  if (condition.not) return invert(judge(condition.not, answers, setting));
  if (condition.between) return every(bounds(condition, condition.between), answers, setting);
  return compare(condition, measure(condition, answers, setting.today), setting);
}

/** One comparison inside a condition, with the question it is about: what a checker needs to know of it. */
export type Comparison = { readonly question: Id; readonly condition: Condition; readonly field: Field };

/** All comparisons in a condition, in reading order. Their fields start at the condition's own field. */
export function comparisonsIn(condition: Condition, at: Field = []): Comparison[] {
  for (const name of ['and', 'or'] as const) {
    const parts = condition[name];
    if (parts) return parts.flatMap((part, index) => comparisonsIn(part, [...at, name, index]));
  }
  if (condition.not) return comparisonsIn(condition.not, [...at, 'not']);
  return MEASURES.flatMap((name) => condition[name] ?? []).map((question) => ({
    question,
    condition,
    field: at,
  }));
}

/** The amounts a single comparison compares with. */
export function amountsIn(condition: Condition): Amount[] {
  const { less_than, at_most, more_than, at_least, between } = condition;
  return [less_than, at_most, more_than, at_least, ...(between ?? [])].filter(
    (amount) => amount !== undefined,
  );
}

/** The parameters that a condition needs a value of. */
export function parametersIn(condition: Condition): ParameterId[] {
  return comparisonsIn(condition)
    .flatMap((comparison) => amountsIn(comparison.condition))
    .flatMap((amount) => (typeof amount === 'number' ? [] : [amount.parameter]));
}

/** The number behind an amount today; undefined when its parameter is stale. */
export function resolveAmount(amount: Amount, setting: Setting): number | undefined {
  return typeof amount === 'number'
    ? amount
    : valueOn(setting.parameters, amount.parameter, setting.today)?.value;
}

function every(conditions: Condition[], answers: Answers, setting: Setting): Truth {
  const truths = conditions.map((condition) => judge(condition, answers, setting));
  if (truths.includes('no')) return 'no';
  return truths.includes('stale') ? 'stale' : 'yes';
}

/** Between two amounts is at least the one and at most the other. */
function bounds({ between: _, ...measure }: Condition, [low, high]: [Amount, Amount]): Condition[] {
  return [
    { ...measure, at_least: low },
    { ...measure, at_most: high },
  ];
}

function invert(truth: Truth): Truth {
  return truth === 'stale' ? 'stale' : truth === 'yes' ? 'no' : 'yes';
}

const SINCE = { answer: undefined, age: yearsBetween, months_since: monthsBetween, days_since: daysBetween };

/** What the condition measures: the answer itself, or the time since an answered date. */
function measure(condition: Condition, answers: Answers, today: CalendarDate): Answer | undefined {
  let measured: Answer | undefined;
  for (const name of MEASURES) {
    const id = condition[name];
    if (id === undefined || !Object.hasOwn(answers, id) || answers[id] === DONT_KNOW) continue;
    const answer = answers[id];
    const since = SINCE[name];
    if (since === undefined) measured = answer;
    else if (typeof answer === 'string') measured = since(answer, today);
  }
  return measured;
}

function compare(condition: Condition, measured: Answer | undefined, setting: Setting): Truth {
  if (measured === undefined) return 'no';
  const { is, one_of, includes } = condition;
  if (is !== undefined) return truth(equals(measured, is));
  if (one_of) return truth(one_of.some((value) => equals(measured, value)));
  if (includes !== undefined) return truth(Array.isArray(measured) && measured.includes(includes));
  const [amount] = amountsIn(condition).map((single) => resolveAmount(single, setting));
  return amount === undefined ? 'stale' : truth(compareNumber(condition, numberOf(measured), amount));
}

/** Nothing compares with NaN. */
function compareNumber(condition: Condition, number: number, amount: number): boolean {
  if (condition.less_than !== undefined) return number < amount;
  if (condition.at_most !== undefined) return number <= amount;
  return condition.more_than === undefined ? number >= amount : number > amount;
}

function equals(measured: Answer, value: Id | number): boolean {
  return typeof value === 'number' ? numberOf(measured) === value : measured === value;
}

function truth(holds: boolean): Truth {
  return holds ? 'yes' : 'no';
}

/** A number as itself; a postcode by its four digits, so that areas can be compared; NaN for all else. */
function numberOf(answer: Answer): number {
  if (typeof answer === 'number') return answer;
  return typeof answer === 'string' && /^\d{4}[A-Z]{2}$/.test(answer)
    ? Number(answer.slice(0, 4))
    : Number.NaN;
}
