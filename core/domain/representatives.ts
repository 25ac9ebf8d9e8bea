import { type CalendarDate, DAY_MS, dayNumber, fromDayNumber } from './calendar-date.ts';
import {
  type Answer,
  amountsIn,
  type Comparison,
  comparisonsIn,
  DONT_KNOW,
  judge,
  resolveAmount,
  type Setting,
} from './condition.ts';
import type { Flow, Question } from './flow.ts';
import { rulesOf } from './flow-edges.ts';
import type { Id } from './id.ts';
import { fits } from './walk.ts';

/** The combinations of so many answers alone are more paths than a flow may have, so more need not be combined. */
const MOST_COMBINED = 15;

/** No date that an author or a visitor writes lies outside these days. */
const FIRST_DAY = dayNumber('0001-01-01');
const LAST_DAY = dayNumber('9999-12-30');

/**
 * One answer of every sort that the conditions of the flow can tell apart, "I don't know" included.
 * Two answers are of one sort when every comparison in the flow judges them alike; so trying these is trying all.
 * For choice and yes-no questions, each answer is its own sort, because each has its own way on.
 */
export function representatives(flow: Flow, id: Id, question: Question, setting: Setting): Answer[] {
  if (question.kind === 'choice') return [...Object.keys(question.answers), DONT_KNOW];
  if (question.kind === 'yes-no') return ['ja', 'nee', DONT_KNOW];
  const comparisons = rulesOf(flow)
    .flatMap(({ rule }) => (rule.when === undefined ? [] : comparisonsIn(rule.when)))
    .filter((comparison) => comparison.question === id);
  if (question.kind === 'several')
    return [...combinations(Object.keys(question.answers), comparisons), DONT_KNOW];
  const sorts = new Map<string, Answer>();
  for (const answer of candidates(question, comparisons, setting)) {
    if (!fits(question, answer, setting.today)) continue;
    const sort = comparisons.map(({ condition }) => judge(condition, { [id]: answer }, setting)).join();
    if (!sorts.has(sort)) sorts.set(sort, answer);
  }
  return [...sorts.values(), DONT_KNOW];
}

type OpenQuestion = Extract<Question, { kind: 'number' | 'date' | 'postcode' }>;

/** Answers on, just below and just above every bound that a comparison draws. */
function candidates(question: OpenQuestion, comparisons: Comparison[], setting: Setting): Answer[] {
  const bounds = comparisons
    .flatMap(({ condition }) => [...amountsIn(condition), ...exactNumbers(condition.is, condition.one_of)])
    .flatMap((amount) => resolveAmount(amount, setting) ?? []);
  const around = bounds.flatMap((bound) => [
    Math.ceil(bound) - 1,
    Math.floor(bound),
    Math.ceil(bound),
    Math.floor(bound) + 1,
  ]);
  switch (question.kind) {
    case 'number':
      return [question.between[0], ...around, question.between[1]];
    case 'date':
      return [
        ...question.between.map((bound) => (bound === 'today' ? setting.today : bound)),
        ...datesAround(around, setting.today),
      ];
    case 'postcode':
      return ['1000AA', ...around.map((digits) => `${digits}AA`), '9999ZZ'];
  }
}

function exactNumbers(is: Id | number | undefined, oneOf: (Id | number)[] | undefined): number[] {
  return [is, ...(oneOf ?? [])].filter((value) => typeof value === 'number');
}

/** The bound may be counted in years, months or days: all three are tried, each a day to either side. */
function datesAround(bounds: number[], today: CalendarDate): CalendarDate[] {
  return bounds
    .flatMap((bound) => [
      monthsBefore(today, bound * 12),
      monthsBefore(today, bound),
      dayNumber(today) - bound,
    ])
    .flatMap((day) => [day - 1, day, day + 1])
    .filter((day) => FIRST_DAY <= day && day <= LAST_DAY)
    .map(fromDayNumber);
}

/** The day number so many months ago, on the last day when that month is shorter; NaN when no clock goes that far. */
function monthsBefore(today: CalendarDate, months: number): number {
  const [year, month, day] = today.split('-').map(Number) as [number, number, number];
  const sameDay = Date.UTC(year, month - 1 - months, day);
  const lastDay = Date.UTC(year, month - months, 0);
  return Math.min(sameDay, lastDay) / DAY_MS;
}

/** Every set of the answers that a condition looks at: each is its own sort, and the others make no difference. */
function combinations(ids: Id[], comparisons: Comparison[]): Id[][] {
  const sets: Id[][] = [[]];
  const asked = ids.filter((id) => comparisons.some(({ condition }) => condition.includes === id));
  for (const id of asked.slice(0, MOST_COMBINED)) sets.push(...sets.map((set) => [...set, id]));
  return sets;
}
