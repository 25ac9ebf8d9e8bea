import type { ArticleText } from '../../../core/domain/article.ts';
import type { FlowWords } from '../../../core/domain/flow-words.ts';
import type { ArticleInPack, FlowInPack } from '../../../core/domain/pack.ts';
import { runsText } from '../../../core/domain/page-texts.ts';
import { fillHoles } from '../../../core/domain/running-text.ts';
import type { SearchDocument, SearchText } from '../../../core/domain/search-document.ts';
import { piecesOf } from '../../../core/domain/sentences.ts';

/** Longer, and it is no longer read: the summary of an article ends with the sentence before this many letters. */
const LONGEST_SUMMARY = 160;

/** What can be found in a pack: its flows and its articles. */
export function packDocuments(
  flows: readonly FlowInPack[],
  articles: readonly ArticleInPack[],
): SearchDocument[] {
  return [
    ...flows.map(
      ({ flow, words }): SearchDocument => ({
        kind: 'flow',
        ...listed(flow),
        texts: mapValues(words, flowText),
      }),
    ),
    ...articles.map(
      ({ article, texts }): SearchDocument => ({
        kind: 'article',
        ...listed(article),
        texts: mapValues(texts, articleText),
      }),
    ),
  ];
}

type Listed = Pick<SearchDocument, 'id' | 'topic' | 'picture'> & { readonly review_by: string };

function listed({ id, topic, picture, review_by }: Listed): Listed {
  return { id, topic, picture, review_by };
}

function flowText({ title, summary, questions, outcomes, steps }: FlowWords): SearchText {
  const asked = Object.values(questions).flatMap(({ ask, explain, answers = {} }) => [
    ask,
    explain,
    ...Object.values(answers).flatMap(({ label, note }) => [label, note]),
  ]);
  const told = [...Object.values(outcomes), ...Object.values(steps)].flatMap((words) => [
    words.title,
    words.text,
  ]);
  const body = [...asked, ...told].filter((text) => text !== undefined).join('\n');
  return { title, summary: withoutHoles(summary), body: withoutHoles(body) };
}

function articleText({ title, lead, blocks }: ArticleText, language: string): SearchText {
  const first = runsText(lead);
  const rest = blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.map(({ runs }) => runsText(runs)) : [runsText(block.runs)],
  );
  return { title, summary: summaryOf(first, language), body: withoutHoles([first, ...rest].join('\n')) };
}

/** The first sentences, without those that hold an amount: it may be out of date on the day somebody searches. */
function summaryOf(lead: string, language: string): string {
  const { text } = fillHoles(lead, () => undefined, language);
  let summary = '';
  for (const sentence of piecesOf(text, language)) {
    if (summary !== '' && summary.length + sentence.trimEnd().length > LONGEST_SUMMARY) break;
    summary += sentence;
  }
  return summary.trim();
}

/** The words around an amount count; its name does not. */
function withoutHoles(text: string): string {
  return text.replaceAll(/\{[^{}]*\}/g, ' ');
}

function mapValues<T, R>(
  values: Readonly<Record<string, T>>,
  change: (value: T, key: string) => R,
): Record<string, R> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value, key)]));
}
