import type { FlowWords } from '../flow-words.ts';
import type { Pack } from '../pack.ts';
import type { Field } from '../pack-source.ts';
import type { Remark } from './finding.ts';

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
        sameLabels(`flows/${flow.id}/words.${language}.yaml`, said),
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

function sameLabels(file: string, { questions }: FlowWords): Remark[] {
  return Object.entries(questions).flatMap(([question, { answers = {}, dont_know }]) => {
    const labels: [Field, string][] = Object.entries(answers).map(([id, { label }]) => [
      ['answers', id],
      label,
    ]);
    if (dont_know !== undefined) labels.push([['dont_know'], dont_know.label]);
    return labels.flatMap(([field, label], index) => {
      const first = labels.findIndex(([, other]) => plain(other) === plain(label));
      return first === index
        ? []
        : [
            error(
              file,
              ['questions', question, ...field, 'label'],
              `"${label}" is the label of "${labels[first]?.[0].at(-1)}" too, so nobody can tell them apart. Write another one.`,
            ),
          ];
    });
  });
}

function plain(label: string): string {
  return label.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

function error(file: string, field: Field, message: string): Remark {
  return { severity: 'error', rule: 'twice', file, field, message };
}
