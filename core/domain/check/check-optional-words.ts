import type { FlowWords, QuestionWords } from '../flow-words.ts';
import type { FlowInPack, Pack, PackWords } from '../pack.ts';
import type { Field } from '../pack-source.ts';
import type { Language } from '../words.ts';
import type { Remark } from './finding.ts';

/** A text that may be left out, where it would stand, and whether it does. */
type Optional = { readonly file: string; readonly field: Field; readonly there: boolean };

/**
 * A text that may be left out is there in every language of the pack, or in none: screens take a page in one language, so a visitor
 * in the other would never see it. One remark for each text that another language has and this one lacks. What stands in this
 * language under no name at all is left to `checkWords`.
 */
export function checkOptionalWords(pack: Pack): Remark[] {
  const texts = pack.about.languages.map((language) => ({
    language,
    optional: optionalWords(pack, language),
  }));
  const remarks = texts.flatMap(({ language, optional }) =>
    [...optional].flatMap(([name, { file, field, there }]) => {
      const other = texts.find(({ optional: others }) => others.get(name)?.there === true);
      return there || other === undefined ? [] : [missing(file, field, language, other.language)];
    }),
  );
  // Flows share steps and things to bring: what is missing in one of these is missing once.
  const places = remarks.map(({ file, field }) => `${file} ${field.join('.')}`);
  return remarks.filter((_, at) => places.indexOf(places[at] as string) === at);
}

/** The optional texts of a pack in one language, by a name that is the same in every language. */
function optionalWords(pack: Pack, language: Language): Map<string, Optional> {
  const common = pack.words[language];
  return new Map([
    ...(common === undefined ? [] : packWords(`words.${language}.yaml`, common)),
    ...pack.flows.flatMap((single) => flowWords(single, language, common)),
  ]);
}

type Named = [name: string, Optional];

function packWords(file: string, words: PackWords): Named[] {
  return [
    ...Object.entries(words.contacts).map(([id, { hours }]) => named(file, ['contacts', id, 'hours'], hours)),
    ...Object.entries(words.steps).map(([id, { text }]) => named(file, ['steps', id, 'text'], text)),
    ...Object.entries(words.bring).map(([id, { note }]) => named(file, ['bring', id, 'note'], note)),
  ];
}

function flowWords({ flow, words }: FlowInPack, language: Language, common: PackWords | undefined): Named[] {
  const own = words[language];
  if (own === undefined) return [];
  const file = `flows/${flow.id}/words.${language}.yaml`;
  const outcomes = Object.values(flow.outcomes);
  const used = (group: 'steps' | 'bring') => [...new Set(outcomes.flatMap((outcome) => outcome[group]))];
  const isOwn = (group: 'steps' | 'bring', id: string) => Object.hasOwn(own[group], id);
  const place = (its: boolean) => (its ? file : `words.${language}.yaml`);
  return [
    ...questionWords(flow.id, file, own),
    ...used('steps').flatMap((id) => {
      const its = isOwn('steps', id);
      const said = its ? own.steps[id] : common?.steps[id];
      return said ? [named(place(its), ['steps', id, 'text'], said.text, flow.id)] : [];
    }),
    ...used('bring').flatMap((id) => {
      const its = isOwn('bring', id);
      const said = its ? own.bring[id] : common?.bring[id];
      return said ? [named(place(its), ['bring', id, 'note'], said.note, flow.id)] : [];
    }),
  ];
}

/** Answers that have words by themselves, as ja and nee, are compared where somebody wrote others: they are named only there. */
function questionWords(flow: string, file: string, { questions }: FlowWords): Named[] {
  return Object.entries(questions).flatMap(([id, question]) => {
    const field = ['questions', id];
    return [
      named(file, [...field, 'explain'], question.explain, flow),
      ...notes(question).map(([answer, note]) => named(file, [...field, ...answer, 'note'], note, flow)),
    ];
  });
}

function notes({ answers = {}, dont_know }: QuestionWords): [field: string[], note: string | undefined][] {
  return [
    ...Object.entries(answers).map(([id, { note }]): [string[], string | undefined] => [
      ['answers', id],
      note,
    ]),
    ...(dont_know ? [[['dont_know'], dont_know.note] as [string[], string | undefined]] : []),
  ];
}

function named(file: string, field: Field, text: string | undefined, flow = ''): Named {
  return [JSON.stringify([flow, ...field]), { file, field, there: text !== undefined }];
}

function missing(file: string, field: Field, language: Language, other: Language): Remark {
  const message = `"${field.at(-1)}" stands here in "${other}" and not in "${language}". Translate it, or take it out of "${other}".`;
  return { severity: 'error', rule: 'translation', file, field, message };
}
