import { amountText } from '../core/domain/amount-text.ts';
import { comparisonsIn } from '../core/domain/condition.ts';
import type { Flow, Next, Outcome, Question } from '../core/domain/flow.ts';
import type { Id } from '../core/domain/id.ts';
import { answerLabel, conditionText, type MapSetting } from './condition-text.ts';
import { mapWords } from './map-words.ts';

/** How one goes on: by an answer, because one does not know, or because a value has run out. */
export type Way = 'answer' | 'dont-know' | 'stale';

/**
 * A line of a question's card: an answer or a rule, and where it leads. An answer with rules leads nowhere
 * itself.
 */
export type CardRow = {
  readonly text: string;
  readonly way: Way;
  readonly indent: boolean;
  readonly to?: Id;
};

/** What a map shows of one question or outcome, before anybody knows where it stands. */
export type Card =
  | {
      readonly id: Id;
      readonly kind: 'question';
      readonly caption: string;
      readonly title: string;
      readonly rows: readonly CardRow[];
    }
  | {
      readonly id: Id;
      readonly kind: 'outcome';
      readonly caption: string;
      readonly title: string;
      readonly verdict: Outcome['verdict'];
    };

/** The cards of a flow in the order of its file. Words that are missing are shown by their id. */
export function flowCards(flow: Flow, setting: MapSetting): Card[] {
  const say = mapWords(setting.language);
  const questions = Object.entries(flow.questions).map(
    ([id, question]): Card => ({
      id,
      kind: 'question',
      caption: captionOf(question, setting),
      title: setting.words.questions[id]?.ask ?? id,
      rows: rowsOf(id, question, flow, setting),
    }),
  );
  const outcomes = Object.entries(flow.outcomes).map(
    ([id, { verdict }]): Card => ({
      id,
      kind: 'outcome',
      caption: say.verdicts[verdict],
      title: setting.words.outcomes[id]?.title ?? id,
      verdict,
    }),
  );
  return [...questions, ...outcomes];
}

function captionOf(question: Question, { language }: MapSetting): string {
  const say = mapWords(language);
  const kind = say.kinds[question.kind];
  if (question.kind === 'number') {
    const [least, most] = question.between;
    return `${kind}: ${least} ${say.to} ${amountText(most, question.unit, language)}`;
  }
  if (question.kind !== 'date') return kind;
  const [first, last] = question.between.map((day) => (day === 'today' ? say.today : day));
  return `${kind}: ${first} ${say.to} ${last}`;
}

function rowsOf(id: Id, question: Question, flow: Flow, setting: MapSetting): CardRow[] {
  const say = mapWords(setting.language);
  const rules = (next: Exclude<Next, Id>, way: Way, indent: boolean): CardRow[] =>
    next.map(({ when, go }) => {
      if (when === undefined) return { text: say.else, way, indent, to: go };
      const said = conditionText(when, id, flow, setting);
      const aboutThis = comparisonsIn(when).every(({ question: about }) => about === id);
      return { text: aboutThis ? said : `${say.if} ${said}`, way, indent, to: go };
    });
  const under = (text: string, next: Next, way: Way = 'answer'): CardRow[] =>
    typeof next === 'string'
      ? [{ text, way, indent: false, to: next }]
      : [{ text, way, indent: false }, ...rules(next, way, true)];
  const dontKnow = setting.words.questions[id]?.dont_know?.label ?? say.dontKnow;
  return [
    ...answerRows(),
    ...under(dontKnow, question.dont_know, 'dont-know'),
    ...(question.stale === undefined ? [] : under(say.stale, question.stale, 'stale')),
  ];

  function answerRows(): CardRow[] {
    if (question.kind === 'choice')
      return Object.entries(question.answers).flatMap(([answer, { next }]) =>
        under(answerLabel(id, answer, setting), next),
      );
    if (question.kind === 'yes-no')
      return [
        ...under(answerLabel(id, 'ja', setting), question.yes),
        ...under(answerLabel(id, 'nee', setting), question.no),
      ];
    return typeof question.next === 'string'
      ? under(say.any, question.next)
      : rules(question.next, 'answer', false);
  }
}
