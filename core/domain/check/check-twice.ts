import type { Flow } from '../flow.ts';
import type { FlowWords } from '../flow-words.ts';
import type { Pack } from '../pack.ts';
import type { Field } from '../pack-source.ts';
import type { Language } from '../words.ts';
import type { Remark } from './finding.ts';
import { USUAL_ANSWERS, type UsualAnswer } from './usual-answers.ts';

/** What a screen lists, it lists once; and a visitor can tell the answers to a question apart. */
export function checkTwice(pack: Pack): Remark[] {
  return [
    ...twiceIn('pack.yaml', ['languages'], pack.about.languages),
    ...pack.articles.flatMap(({ article }) => lists(`articles/${article.id}/article.yaml`, [], article)),
    ...pack.flows.flatMap(({ flow, words }) => [
      ...Object.entries(flow.outcomes).flatMap(([id, outcome]) =>
        lists(`flows/${flow.id}/flow.yaml`, ['outcomes', id], outcome),
      ),
      ...Object.entries(words).flatMap(([language, said]) =>
        sameLabels(`flows/${flow.id}/words.${language}.yaml`, flow, said, language),
      ),
    ]),
  ];
}

type Listing = Readonly<Partial<Record<(typeof LISTS)[number], readonly string[]>>>;

const LISTS = ['steps', 'bring', 'contacts', 'articles', 'flows'] as const;

function lists(file: string, above: Field, thing: Listing): Remark[] {
  return LISTS.flatMap((name) => twiceIn(file, [...above, name], thing[name] ?? []));
}

function twiceIn(file: string, field: Field, ids: readonly string[]): Remark[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [error(file, [...field, index], `"${id}" stands twice in this list. Remove it here.`)],
  );
}

function sameLabels(file: string, flow: Flow, { questions }: FlowWords, language: Language): Remark[] {
  return Object.entries(questions).flatMap(([id, { answers = {}, dont_know }]) => {
    const written: [Field, string][] = Object.entries(answers).map(([answer, { label }]) => [
      ['answers', answer],
      label,
    ]);
    if (dont_know !== undefined) written.push([['dont_know'], dont_know.label]);
    const has = new Set(written.map(([field]) => field.at(-1)));
    const labels = [...usual(flow, id, language).filter(([field]) => !has.has(field.at(-1))), ...written];
    return written.flatMap(([field, label]) => {
      const first = labels.find(([, other]) => plain(other) === plain(label))?.[0] ?? field;
      return first === field
        ? []
        : [
            error(
              file,
              ['questions', id, ...field, 'label'],
              `"${label}" is the label of "${first.at(-1)}" too, so nobody can tell them apart. Write another one.`,
            ),
          ];
    });
  });
}

/** What the screen writes on an answer that has no label of its own, in the languages of which that is known. */
function usual(flow: Flow, id: string, language: Language): [Field, string][] {
  const words = Object.hasOwn(USUAL_ANSWERS, language) ? USUAL_ANSWERS[language] : undefined;
  if (words === undefined) return [];
  const isYesNo = Object.hasOwn(flow.questions, id) && flow.questions[id]?.kind === 'yes-no';
  const answers: readonly UsualAnswer[] = isYesNo ? ['ja', 'nee', 'dont_know'] : ['dont_know'];
  return answers.map((answer) => [[answer], words[answer]]);
}

function plain(label: string): string {
  return label.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

function error(file: string, field: Field, message: string): Remark {
  return { severity: 'error', rule: 'twice', file, field, message };
}
