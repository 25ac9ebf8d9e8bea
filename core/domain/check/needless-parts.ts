import { type Answers, type Condition, judge, type Setting } from '../condition.ts';
import type { Field } from '../pack-source.ts';

/** A part of a condition that does nothing, and why: it never or always holds, or the rest says it already. */
export type NeedlessPart = { readonly field: Field; readonly why: 'never' | 'always' | 'said-already' };

/** A condition of which every part can be left out by itself, where each part is written, and its single tests. */
export type Spread = {
  readonly whole: Condition;
  readonly fields: ReadonlyMap<Condition, Field>;
  readonly tests: readonly Condition[];
};

/** Takes a condition apart: `one_of` becomes an `or`. Undefined when there is nothing that could be left out. */
export function spreadOut(condition: Condition, at: Field): Spread | undefined {
  const fields = new Map<Condition, Field>();
  const spread = (one: Condition, field: Field): Condition => {
    const list = (name: 'and' | 'or') =>
      one[name]?.map((part, index) => spread(part, [...field, name, index])) ?? [];
    const { one_of: values, ...measure } = one;
    const whole = one.and
      ? { and: list('and') }
      : one.or
        ? { or: list('or') }
        : one.not
          ? { not: spread(one.not, [...field, 'not']) }
          : values
            ? { or: values.map((is, index) => spread({ ...measure, is }, [...field, 'one_of', index])) }
            : { ...one };
    fields.set(whole, field);
    return whole;
  };
  const whole = spread(condition, at);
  const parts = [...fields.keys()];
  const tests = parts.filter((part) => listOf(part).length === 0 && !part.not);
  return parts.some((part) => listOf(part).length > 1) ? { whole, fields, tests } : undefined;
}

/** How each of its tests is judged: answers with the same marks are of one sort to the whole condition. */
export function marksOf({ tests }: Spread, answers: Answers, setting: Setting): string {
  return tests.map((test) => judge(test, answers, setting)).join();
}

/**
 * The parts that do nothing. `coming`: answers of every sort that come to the rules among which the condition stands; a part without
 * which it is judged the same for all of them is needless, and of two that say the same the last one is. `read`: those that no rule
 * above took; a part that holds for none of them takes nobody anywhere. (To ask again what a rule above took is no fault: its amounts
 * can change.) What is named is not looked into.
 */
export function needlessParts(
  { whole, fields }: Spread,
  coming: readonly Answers[],
  read: readonly Answers[],
  setting: Setting,
): NeedlessPart[] {
  const judged = (condition: Condition, cases: readonly Answers[]) =>
    cases.map((answers) => judge(condition, answers, setting));
  const wanted = judged(whole, coming).join();
  const left = new Map<Condition, NeedlessPart['why']>();
  /** `dead`: how a part is judged that takes nobody anywhere; below a `not` it is the other way round. */
  const visit = (condition: Condition, dead: 'no' | 'yes'): void => {
    const parts = listOf(condition);
    for (const part of [...parts].reverse()) {
      const isSame = judged(without(whole, new Set([...left.keys(), part])), coming).join() === wanted;
      const truths = new Set(judged(part, isSame ? coming : read));
      if (isSame && truths.size > 1) left.set(part, 'said-already');
      else if (isSame || (truths.size === 1 && truths.has(dead)))
        left.set(part, truths.has('yes') ? 'always' : 'never');
    }
    if (condition.not) visit(condition.not, dead === 'no' ? 'yes' : 'no');
    for (const part of parts) if (!left.has(part)) visit(part, dead);
  };
  visit(whole, 'no');
  return [...fields].flatMap(([part, field]) => {
    const why = left.get(part);
    return why === undefined ? [] : [{ field, why }];
  });
}

function listOf({ and, or }: Condition): readonly Condition[] {
  return and ?? or ?? [];
}

function without(condition: Condition, left: ReadonlySet<Condition>): Condition {
  const { and, or, not } = condition;
  const rest = (parts: readonly Condition[]) =>
    parts.filter((part) => !left.has(part)).map((part) => without(part, left));
  if (and) return { and: rest(and) };
  if (or) return { or: rest(or) };
  return not ? { not: without(not, left) } : condition;
}
