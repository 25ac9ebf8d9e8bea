import { didYouMean } from '../did-you-mean.ts';
import type { Flow } from '../flow.ts';
import type { FlowWords } from '../flow-words.ts';
import type { ArticleInPack, FlowInPack, Pack, PackWords } from '../pack.ts';
import type { Field } from '../pack-source.ts';
import { HOME_LANGUAGE, type Language } from '../words.ts';
import type { Remark } from './finding.ts';

/** Everything a visitor reads is there in every language that pack.yaml promises, and nothing is there for nothing. */
export function checkWords(pack: Pack): Remark[] {
  const { languages } = pack.about;
  const home = languages.includes(HOME_LANGUAGE)
    ? []
    : [
        error(
          'pack.yaml',
          ['languages'],
          `Add "${HOME_LANGUAGE}": it is what visitors see when a translation is missing.`,
        ),
      ];
  const complete = languages.flatMap((language) => [
    ...packWords(pack, language),
    ...pack.flows.flatMap((single) => flowWords(pack, single, language)),
    ...pack.articles.flatMap((single) => articleText(single, language)),
  ]);
  return [...home, ...complete, ...strangeLanguages(pack)];
}

function packWords(pack: Pack, language: Language): Remark[] {
  const file = `words.${language}.yaml`;
  const words = pack.words[language];
  if (words === undefined)
    return [error(file, [], `The words of the pack in "${language}" are missing. Add this file.`)];
  const topics = pack.topics.map(({ id }) => id);
  return [
    ...compare(file, ['topics'], topics, Object.keys(words.topics), 'topic'),
    ...compare(file, ['contacts'], Object.keys(pack.contacts), Object.keys(words.contacts), 'contact'),
  ];
}

function articleText({ article, texts }: ArticleInPack, language: Language): Remark[] {
  const file = `articles/${article.id}/${language}.md`;
  return texts[language] === undefined
    ? [error(file, [], `This article has no text in "${language}". Add this file.`)]
    : [];
}

function flowWords(pack: Pack, { flow, words: all }: FlowInPack, language: Language): Remark[] {
  const file = `flows/${flow.id}/words.${language}.yaml`;
  const words = all[language];
  if (words === undefined)
    return [error(file, [], `This flow has no words in "${language}". Add this file.`)];
  return [
    ...compare(file, ['questions'], Object.keys(flow.questions), Object.keys(words.questions), 'question'),
    ...answers(file, flow, words),
    ...compare(file, ['outcomes'], Object.keys(flow.outcomes), Object.keys(words.outcomes), 'outcome'),
    ...shared(file, flow, words, pack.words[language], language),
  ];
}

/** An answer of a choice needs a label; ja and nee have one, and can be given another. */
function answers(file: string, flow: Flow, words: FlowWords): Remark[] {
  return Object.entries(words.questions).flatMap(([id, said]) => {
    const question = Object.hasOwn(flow.questions, id) ? flow.questions[id] : undefined;
    if (question === undefined) return [];
    const field = ['questions', id, 'answers'];
    const given = Object.keys(said.answers ?? {});
    if (question.kind === 'choice' || question.kind === 'several')
      return compare(file, field, Object.keys(question.answers), given, 'answer');
    return surplus(file, field, question.kind === 'yes-no' ? ['ja', 'nee'] : [], given, 'answer');
  });
}

/** Steps and things to bring may stand in the flow's words or in the pack's. */
function shared(
  file: string,
  flow: Flow,
  words: FlowWords,
  above: PackWords | undefined,
  language: Language,
): Remark[] {
  return (['steps', 'bring'] as const).flatMap((group) => {
    const used = [...new Set(Object.values(flow.outcomes).flatMap((outcome) => outcome[group]))];
    const own = Object.keys(words[group]);
    const known = [...own, ...Object.keys(above?.[group] ?? {})];
    const missing = used.filter((id) => !known.includes(id));
    return [
      ...missing.map((id) =>
        error(
          file,
          [group],
          `"${id}" has no words here and none in words.${language}.yaml. ${fix(id, known, 'Add them')}`,
        ),
      ),
      ...own
        .filter((id) => !used.includes(id))
        .map((id) => error(file, [group, id], `No outcome uses "${id}". ${fix(id, missing, 'Remove it')}`)),
    ];
  });
}

/** Words in a language that nobody promised would never be shown. */
function strangeLanguages(pack: Pack): Remark[] {
  const files = [
    ...Object.keys(pack.words).map((language) => ({ language, file: `words.${language}.yaml` })),
    ...pack.flows.flatMap(({ flow, words }) =>
      Object.keys(words).map((language) => ({ language, file: `flows/${flow.id}/words.${language}.yaml` })),
    ),
    ...pack.articles.flatMap(({ article, texts }) =>
      Object.keys(texts).map((language) => ({ language, file: `articles/${article.id}/${language}.md` })),
    ),
  ];
  return files
    .filter(({ language }) => !pack.about.languages.includes(language))
    .map(({ language, file }) =>
      error(
        file,
        [],
        `"${language}" is not among the languages of pack.yaml. Add it there, or remove this file.`,
      ),
    );
}

function compare(file: string, field: Field, needed: string[], given: string[], kind: string): Remark[] {
  const missing = needed
    .filter((id) => !given.includes(id))
    .map((id) => error(file, field, `The words of ${kind} "${id}" are missing. Add them.`));
  return [...missing, ...surplus(file, field, needed, given, kind)];
}

function surplus(file: string, field: Field, needed: string[], given: string[], kind: string): Remark[] {
  const missing = needed.filter((id) => !given.includes(id));
  return given
    .filter((id) => !needed.includes(id))
    .map((id) =>
      error(file, [...field, id], `There is no ${kind} "${id}". ${fix(id, missing, 'Remove it')}`),
    );
}

function fix(id: string, known: string[], otherwise: string): string {
  const meant = didYouMean(id, known);
  return meant === undefined ? `${otherwise}.` : `${otherwise}, or did you mean "${meant}"?`;
}

function error(file: string, field: Field, message: string): Remark {
  return { severity: 'error', rule: 'words', file, field, message };
}
