import { amountText } from '../core/domain/amount-text.ts';
import type { CalendarDate } from '../core/domain/calendar-date.ts';
import { type Comparison, type Condition, comparisonsIn } from '../core/domain/condition.ts';
import type { Flow, Question } from '../core/domain/flow.ts';
import type { FlowWords } from '../core/domain/flow-words.ts';
import type { Id } from '../core/domain/id.ts';
import type { Parameters, Unit } from '../core/domain/parameter.ts';
import { valueOn } from '../core/domain/parameter-value.ts';
import type { Language } from '../core/domain/words.ts';
import { mapWords } from './map-words.ts';

/** What a map of a flow is written with, besides the flow: its words, and the day whose values it shows. */
export type MapSetting = {
  readonly words: FlowWords;
  readonly language: Language;
  readonly parameters: Parameters;
  readonly today: CalendarDate;
};

/**
 * A condition in short words, as it reads under the question `at`: "minder dan 18 jaar". A question that is
 * asked elsewhere is named. A parameter shows its value of today, or its name when it has none.
 */
export function conditionText(condition: Condition, at: Id, flow: Flow, setting: MapSetting): string {
  const say = mapWords(setting.language);
  const inner = (part: Condition): string => {
    const text = conditionText(part, at, flow, setting);
    return part.and || part.or ? `(${text})` : text;
  };
  if (condition.and) return condition.and.map(inner).join(` ${say.and} `);
  if (condition.or) return condition.or.map(inner).join(` ${say.or} `);
  if (condition.not) return `${say.not} ${inner(condition.not)}`;
  const [comparison] = comparisonsIn(condition);
  if (comparison === undefined) return '';
  const test = testText(comparison, flow, setting);
  return comparison.question === at
    ? test
    : `“${setting.words.questions[comparison.question]?.ask ?? comparison.question}”: ${test}`;
}

/** What an answer of a question is called: its label, or "Ja" and "Nee" where an author gave none. */
export function answerLabel(question: Id, answer: Id, { words, language }: MapSetting): string {
  const say = mapWords(language);
  const standing: Record<Id, string> = { ja: say.yes, nee: say.no };
  return words.questions[question]?.answers?.[answer]?.label ?? standing[answer] ?? answer;
}

function testText({ question, condition }: Comparison, flow: Flow, setting: MapSetting): string {
  const say = mapWords(setting.language);
  const asked = flow.questions[question];
  const value = (given: Id | number) =>
    typeof given === 'number' ? amount(given) : answerLabel(question, given, setting);
  const amount = (given: Amount) => amountWords(given, unitOf(condition, asked), setting);
  const { is, one_of, includes, less_than, at_most, more_than, at_least, between } = condition;
  if (is !== undefined) return value(is);
  if (one_of) return one_of.map(value).join(` ${say.or} `);
  if (includes !== undefined) return `${say.with} “${value(includes)}”`;
  const said =
    less_than !== undefined
      ? `${say.lessThan} ${amount(less_than)}`
      : at_most !== undefined
        ? `${say.atMost} ${amount(at_most)}`
        : more_than !== undefined
          ? `${say.moreThan} ${amount(more_than)}`
          : at_least !== undefined
            ? `${say.atLeast} ${amount(at_least)}`
            : (between ?? []).map(amount).join(` ${say.to} `);
  if (condition.age !== undefined) return `${say.age} ${said}`;
  return condition.answer === undefined ? `${said} ${say.ago}` : said;
}

type Amount = NonNullable<Condition['less_than']>;

/** What the numbers of a comparison count; a postcode is compared by its digits, which are no amount. */
function unitOf(condition: Condition, question: Question | undefined): Unit | undefined {
  if (condition.age !== undefined) return 'year';
  if (condition.months_since !== undefined) return 'month';
  if (condition.days_since !== undefined) return 'day';
  return question?.kind === 'number' ? question.unit : undefined;
}

function amountWords(
  amount: Amount,
  unit: Unit | undefined,
  { parameters, today, language }: MapSetting,
): string {
  if (typeof amount === 'number')
    return unit === undefined ? String(amount) : amountText(amount, unit, language);
  const value = valueOn(parameters, amount.parameter, today)?.value;
  const own = parameters[amount.parameter]?.unit;
  return value === undefined || own === undefined ? amount.parameter : amountText(value, own, language);
}
