import type { FlowPage } from '../core/contract/pages.ts';
import { amountText } from '../core/domain/amount-text.ts';
import { parametersIn } from '../core/domain/condition.ts';
import { filledWords } from '../core/domain/fill.ts';
import { rulesOf } from '../core/domain/flow-edges.ts';
import type { FlowWords } from '../core/domain/flow-words.ts';
import type { Id } from '../core/domain/id.ts';
import { stepWords } from '../core/domain/outcome-words.ts';
import type { ParameterId, Source } from '../core/domain/parameter.ts';
import { valueOn } from '../core/domain/parameter-value.ts';
import { holesIn } from '../core/domain/running-text.ts';
import { type Language, pick } from '../core/domain/words.ts';
import { answerLabel, type MapSetting } from './condition-text.ts';
import type { FactLine } from './fact-line.ts';
import { contactLines, type FactContact, factContacts, relatedLines } from './fact-where-to.ts';
import { type Card, flowCards, type Way } from './flow-cards.ts';
import { mapWords } from './map-words.ts';
import { walkingOrder } from './walking-order.ts';

/** A way on: what must be so, and the number and title of the screen it leads to. */
export type FactWay = {
  readonly text: string;
  readonly way: Way;
  readonly indent: boolean;
  readonly to?: { readonly number: number; readonly title: string };
};

/** All that one screen says, with its number on this sheet. */
export type FactScreen = {
  readonly number: number;
  readonly id: Id;
  readonly kind: Card['kind'];
  readonly isStart: boolean;
  readonly caption: string;
  readonly title: string;
  readonly text: string | undefined;
  readonly why: string | undefined;
  readonly answers: readonly FactLine[];
  readonly ways: readonly FactWay[];
  readonly steps: readonly FactLine[];
  readonly bring: readonly FactLine[];
  readonly contacts: readonly FactLine[];
  /** The flows and articles it leads on to. */
  readonly related: readonly FactLine[];
  /** The category of the services that it sends to: which those are, the directory of each library says. */
  readonly places: Id | undefined;
  /** The amounts it says or judges by. */
  readonly values: readonly ParameterId[];
};

/** An amount with its value today, and the days and source of every value it has. Days as 2026-11-03. */
export type FactValue = {
  readonly id: ParameterId;
  readonly today: string | undefined;
  readonly values: readonly {
    readonly said: string;
    readonly from: string;
    readonly until: string;
    readonly source: string;
    readonly checkedOn: string;
  }[];
};

/** A flow in one language, whole, for somebody who checks its facts on paper. */
export type FactSheet = {
  readonly language: Language;
  readonly title: string;
  readonly summary: string;
  readonly today: string;
  readonly reviewBy: string;
  readonly screens: readonly FactScreen[];
  readonly contacts: readonly FactContact[];
  readonly values: readonly FactValue[];
  readonly sources: readonly Source[];
};

/** The sheet of a flow in a language; undefined when the flow has no words in it: nothing falls back on a sheet that is checked. */
export function factSheet(page: FlowPage, language: Language): FactSheet | undefined {
  const { flow, today, parameters } = page;
  const raw = Object.hasOwn(page.texts, language) ? page.texts[language] : undefined;
  if (raw === undefined) return undefined;
  const texts = filledWords(page.texts, page);
  const spoken = { flow, texts, shared: filledWords(page.shared, page) };
  const words = texts[language] as FlowWords;
  const setting: MapSetting = { words, language, parameters, today };
  const cards = new Map(flowCards(flow, setting).map((card) => [card.id, card]));
  const order = walkingOrder(flow);
  const numberOf = new Map(order.map((id, index) => [id, index + 1]));
  const screens = order.flatMap((id): FactScreen[] => {
    const card = cards.get(id);
    if (card === undefined) return [];
    const shared = {
      ...{ number: numberOf.get(id) ?? 0, id, kind: card.kind, isStart: id === flow.start },
      ...{ caption: card.caption, title: card.title, values: valuesOf(page, id, language) },
    };
    if (card.kind === 'question') {
      const said = words.questions[id];
      return [
        {
          ...shared,
          ...{ text: said?.explain, why: said?.why, answers: answersOf(page, id, setting) },
          ways: card.rows.map(({ to, ...row }) => ({
            ...row,
            ...(to !== undefined && {
              to: { number: numberOf.get(to) ?? 0, title: cards.get(to)?.title ?? to },
            }),
          })),
          ...{ steps: [], bring: [], contacts: [], related: [], places: undefined },
        },
      ];
    }
    const outcome = flow.outcomes[id];
    if (outcome === undefined) return [];
    const { steps, bring } = stepWords(spoken, outcome);
    return [
      {
        ...shared,
        ...{ text: words.outcomes[id]?.text, why: undefined, answers: [], ways: [] },
        steps: steps.flatMap((step) => pick(step, language)?.value ?? []),
        bring: bring.flatMap((thing) => {
          const found = pick(thing, language)?.value;
          return found === undefined ? [] : [{ title: found.label, text: found.note }];
        }),
        contacts: contactLines(page, outcome, language),
        related: relatedLines(page, outcome, language),
        places: outcome.places?.category,
      },
    ];
  });
  const { title, summary } = words;
  return {
    ...{ language, title, summary, today, reviewBy: flow.review_by, screens },
    contacts: factContacts(page, language),
    values: Object.keys(parameters).map((id) => factValue(page, id, language)),
    sources: flow.sources,
  };
}

/** The answers that one cannot read from the ways on: all that can be chosen together, and those with a note. */
function answersOf({ flow }: FlowPage, id: Id, setting: MapSetting): FactLine[] {
  const question = flow.questions[id];
  const said = setting.words.questions[id];
  const ids =
    question?.kind === 'choice' || question?.kind === 'several'
      ? Object.keys(question.answers)
      : question?.kind === 'yes-no'
        ? ['ja', 'nee']
        : [];
  const lines = ids.map((answer) => ({
    title: answerLabel(id, answer, setting),
    text: said?.answers?.[answer]?.note,
  }));
  const dontKnow = said?.dont_know;
  return [
    ...lines.filter(({ text }) => question?.kind === 'several' || text !== undefined),
    ...(dontKnow?.note === undefined
      ? []
      : [{ title: dontKnow.label ?? mapWords(setting.language).dontKnow, text: dontKnow.note }]),
  ];
}

function valuesOf({ flow, texts, shared, parameters }: FlowPage, id: Id, language: Language): ParameterId[] {
  const outcome = flow.outcomes[id];
  const steps = outcome && stepWords({ flow, texts, shared }, outcome);
  const said = [
    texts[language]?.questions[id],
    texts[language]?.outcomes[id],
    ...[...(steps?.steps ?? []), ...(steps?.bring ?? [])].map(
      (words) => pick<object>(words, language)?.value,
    ),
  ];
  const judged = rulesOf(flow).flatMap(({ question, rule }) =>
    question === id && rule.when !== undefined ? parametersIn(rule.when) : [],
  );
  const all = new Set([...judged, ...holesIn(JSON.stringify(said))]);
  return [...all].filter((name) => Object.hasOwn(parameters, name));
}

function factValue({ parameters, today }: FlowPage, id: ParameterId, language: Language): FactValue {
  const unit = parameters[id]?.unit ?? 'count';
  const now = valueOn(parameters, id, today);
  return {
    id,
    today: now && amountText(now.value, unit, language),
    values: (parameters[id]?.values ?? []).map(({ value, valid_from, valid_until, source, checked_on }) => ({
      said: amountText(value, unit, language),
      ...{ from: valid_from, until: valid_until, source, checkedOn: checked_on },
    })),
  };
}
