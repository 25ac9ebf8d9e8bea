import { type Condition, comparisonsIn, parametersIn } from '../condition.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { Flow } from '../flow.ts';
import { rulesOf } from '../flow-edges.ts';
import type { Pack } from '../pack.ts';
import type { Field } from '../pack-source.ts';
import type { Parameters } from '../parameter.ts';
import { holesIn } from '../running-text.ts';
import type { Remark } from './finding.ts';
import { textsOf } from './texts.ts';

const KINDS = {
  topic: 'topic in topics.yaml',
  contacts: 'contact in contacts.yaml',
  articles: 'article of this pack',
  flows: 'flow of this pack',
  parameter: 'parameter in parameters.yaml',
} as const;

type Kind = keyof typeof KINDS;

/** A name in one file of a thing in another. */
type Reference = {
  readonly file: string;
  readonly field: Field;
  readonly kind: Kind;
  readonly id: string;
  /** The rule that it breaks; without one, that of names. */
  readonly rule?: string;
};

/** Every name that one file uses of another must be there: topics, contacts, articles, flows, parameters. */
export function checkReferences(pack: Pack): Remark[] {
  const known: Readonly<Record<Kind, string[]>> = {
    topic: pack.topics.map(({ id }) => id),
    contacts: Object.keys(pack.contacts),
    articles: pack.articles.map(({ article }) => article.id),
    flows: pack.flows.map(({ flow }) => flow.id),
    parameter: Object.keys(pack.parameters),
  };
  const unknown = [...inFlows(pack), ...inArticles(pack), ...inTexts(pack)]
    .filter(({ kind, id }) => !known[kind].includes(id))
    .map((reference) => unknownName(reference, known[reference.kind]));
  return [...unknown, ...emptyTopics(pack), ...doubleTopics(known.topic)];
}

function inFlows(pack: Pack): Reference[] {
  return pack.flows.flatMap(({ flow }) => {
    const file = `flows/${flow.id}/flow.yaml`;
    return [
      { file, field: ['topic'], kind: 'topic' as const, id: flow.topic },
      ...Object.entries(flow.outcomes).flatMap(([id, outcome]) => listed(file, ['outcomes', id], outcome)),
      ...inRules(flow),
    ];
  });
}

/** The amounts that conditions of a flow compare with, and that have no value in these parameters: its paths cannot be walked. */
export function unknownAmounts(flow: Flow, parameters: Parameters): Remark[] {
  const known = Object.keys(parameters);
  return inRules(flow)
    .filter(({ id }) => !known.includes(id))
    .map((reference) => unknownName(reference, known));
}

function inRules(flow: Flow): Reference[] {
  return rulesOf(flow).flatMap(({ field, rule: { when } }) =>
    when === undefined ? [] : inCondition(`flows/${flow.id}/flow.yaml`, [...field, 'when'], when),
  );
}

function inCondition(file: string, field: Field, when: Condition): Reference[] {
  return comparisonsIn(when, field).flatMap(({ condition, field: at }) =>
    parametersIn(condition).map((id) => ({ file, field: at, kind: 'parameter' as const, id })),
  );
}

function inArticles(pack: Pack): Reference[] {
  return pack.articles.flatMap(({ article }) => {
    const file = `articles/${article.id}/article.yaml`;
    return [
      { file, field: ['topic'], kind: 'topic' as const, id: article.topic },
      ...listed(file, [], article),
    ];
  });
}

function listed(
  file: string,
  above: Field,
  thing: Readonly<Record<'contacts' | 'articles' | 'flows', string[]>>,
): Reference[] {
  return (['contacts', 'articles', 'flows'] as const).flatMap((kind) =>
    thing[kind].map((id, index) => ({ file, field: [...above, kind, index], kind, id })),
  );
}

function inTexts(pack: Pack): Reference[] {
  return textsOf(pack).flatMap(({ file, field, text, hours }) =>
    holesIn(text).map((id) => ({
      ...{ file, field, kind: 'parameter' as const, id },
      ...(hours && { rule: 'hours' }),
    })),
  );
}

function unknownName(
  { file, field, kind, id, rule = 'reference' }: Reference,
  known: readonly string[],
): Remark {
  const meant = didYouMean(id, known);
  const fix = meant === undefined ? 'Correct the name, or add it.' : `Did you mean "${meant}"?`;
  return {
    severity: 'error',
    rule,
    file,
    field,
    message: `"${id}" is no ${KINDS[kind]}. ${fix}`,
  };
}

function emptyTopics(pack: Pack): Remark[] {
  const used = new Set([
    ...pack.flows.map(({ flow }) => flow.topic),
    ...pack.articles.map(({ article }) => article.topic),
  ]);
  return pack.topics.flatMap(({ id }, index) =>
    used.has(id)
      ? []
      : [
          topicError(
            'empty-topic',
            index,
            `Topic "${id}" has no flow and no article; its tile would open on nothing. Add one, or remove the topic.`,
          ),
        ],
  );
}

function doubleTopics(ids: readonly string[]): Remark[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [topicError('double', index, `Topic "${id}" stands here twice. Remove one.`)],
  );
}

function topicError(rule: string, index: number, message: string): Remark {
  return { severity: 'error', rule, file: 'topics.yaml', field: [index], message };
}
