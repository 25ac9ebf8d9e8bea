import type { DeskQuestion } from '../../desk/desk-question.ts';
import { type Variable, valuesOf } from '../variables.ts';

/** A question, and the branch at which it was asked. */
export type AskedQuestion = { readonly branch: string; readonly question: DeskQuestion };

/** Values that come together in one question, at one branch, and how many questions there are with just these. */
export type Kind = {
  readonly branch: string;
  readonly values: Readonly<Partial<Record<Variable, string>>>;
  readonly number: number;
};

/**
 * Every kind of question that there is of these variables, at each branch: values that came together somewhere in the library can come
 * together at any of its branches, and values that never did cannot. So who thinks in these kinds knows every tie between the variables.
 */
export function kindsOf(
  asked: readonly AskedQuestion[],
  branches: readonly string[],
  variables: readonly Variable[],
): Kind[] {
  const together = new Map<string, { values: Kind['values']; numbers: Map<string, number> }>();
  for (const { branch, question } of asked) {
    const all = valuesOf(question);
    const key = variables.map((variable) => all[variable]).join('\n');
    const values = Object.fromEntries(variables.map((variable) => [variable, all[variable]]));
    const found = together.get(key) ?? { values, numbers: new Map<string, number>() };
    found.numbers.set(branch, (found.numbers.get(branch) ?? 0) + 1);
    together.set(key, found);
  }
  const sorted = [...together].sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.flatMap(([, { values, numbers }]) =>
    branches.map((branch) => ({ branch, values, number: numbers.get(branch) ?? 0 })),
  );
}
