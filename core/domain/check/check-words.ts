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
    return compare(file, field, [], given, 'answer', question.kind === 'yes-no' ? ['ja', 'nee'] : []);
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
    const [own, common] = [Object.keys(words[group]), Object.keys(above?.[group] ?? {})];
    const needed = used.filter((id) => !common.includes(id));
    const { missing, surplus } = differences(needed, own, used);
    return [
      ...missing.map((id) => {
        const advice = fix('Add them', didYouMean(id, common));
        return error(
          file,
          [group],
          `"${id}" has no words here and none in words.${language}.yaml. ${advice}`,
        );
      }),
      ...surplus.map(({ id, meant }) =>
        error(file, [group, id], `No outcome uses "${id}". ${fix('Remove it', meant)}`),
      ),
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

function compare(
  file: string,
  field: Field,
  needed: string[],
  given: string[],
  kind: string,
  allowed: string[] = [],
): Remark[] {
  const { missing, surplus } = differences(needed, given, allowed);
  return [
    ...missing.map((id) => error(file, field, `The words of ${kind} "${id}" are missing. Add them.`)),
    ...surplus.map(({ id, meant }) =>
      error(file, [...field, id], `There is no ${kind} "${id}". ${fix('Remove it', meant)}`),
    ),
  ];
}

type Differences = {
  readonly missing: string[];
  readonly surplus: { readonly id: string; readonly meant: string | undefined }[];
};

/** A name too many that nearly is one that is missing is one mistake, and is told once: as a name too many. */
function differences(needed: string[], given: string[], allowed: string[]): Differences {
  const missing = needed.filter((id) => !given.includes(id));
  const surplus = given
    .filter((id) => !needed.includes(id) && !allowed.includes(id))
    .map((id) => ({ id, meant: didYouMean(id, missing) }));
  return { missing: missing.filter((id) => surplus.every(({ meant }) => meant !== id)), surplus };
}

function fix(otherwise: string, meant: string | undefined): string {
  return meant === undefined ? `${otherwise}.` : `Did you mean "${meant}"?`;
}

function error(file: string, field: Field, message: string): Remark {
  return { severity: 'error', rule: 'words', file, field, message };
}
