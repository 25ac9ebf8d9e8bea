import type { Flow, Next, Rule } from './flow.ts';
import type { Id } from './id.ts';
import type { Field } from './pack-source.ts';

/** A place in a flow that says where an answer leads. */
export type Exit = { readonly question: Id; readonly field: Field; readonly next: Next };

/** One step of a flow: from a question to a question or outcome, and the field that says so. */
export type Edge = { readonly from: Id; readonly to: Id; readonly field: Field };

/** A rule with the question it belongs to and its place in the file. */
export type PlacedRule = { readonly question: Id; readonly field: Field; readonly rule: Rule };

/** Every place in the flow that says where an answer leads, in the order of the file. */
export function exitsOf(flow: Flow): Exit[] {
  return Object.entries(flow.questions).flatMap(([id, question]) => {
    const at = (...field: string[]): Field => ['questions', id, ...field];
    const exits: Exit[] = [];
    if (question.kind === 'choice')
      for (const [answer, { next }] of Object.entries(question.answers))
        exits.push({ question: id, field: at('answers', answer, 'next'), next });
    else if (question.kind === 'yes-no')
      exits.push(
        { question: id, field: at('yes'), next: question.yes },
        { question: id, field: at('no'), next: question.no },
      );
    else exits.push({ question: id, field: at('next'), next: question.next });
    exits.push({ question: id, field: at('dont_know'), next: question.dont_know });
    return exits;
  });
}

/** Every step of the flow, the `stale` ways included. */
export function edgesOf(flow: Flow): Edge[] {
  const edges = exitsOf(flow).flatMap(({ question, field, next }): Edge[] =>
    typeof next === 'string'
      ? [{ from: question, to: next, field }]
      : next.map((rule, index) => ({ from: question, to: rule.go, field: [...field, index, 'go'] })),
  );
  const stale = Object.entries(flow.questions).flatMap(([id, { stale }]): Edge[] =>
    stale === undefined ? [] : [{ from: id, to: stale, field: ['questions', id, 'stale'] }],
  );
  return [...edges, ...stale];
}

/** Every rule of the flow with its place. */
export function rulesOf(flow: Flow): PlacedRule[] {
  return exitsOf(flow).flatMap(({ question, field, next }) =>
    typeof next === 'string' ? [] : next.map((rule, index) => ({ question, field: [...field, index], rule })),
  );
}

/** How many questions still come after a node, at the least and at the most. */
export type Ahead = { readonly fewest: number; readonly most: number };

/** For each node of a flow, how many questions still come after it. An outcome has none. What was worked out for one is there for the next. */
export function questionsAhead(flow: Flow): (from: Id) => Ahead {
  const next = new Map<Id, Set<Id>>();
  for (const { from: id, to } of edgesOf(flow)) next.set(id, (next.get(id) ?? new Set()).add(to));
  const known = new Map<Id, Ahead>();
  const visit = (id: Id, seen: ReadonlySet<Id>): Ahead => {
    const before = known.get(id);
    if (before) return before;
    const ways = [...(next.get(id) ?? [])].filter(
      (to) => Object.hasOwn(flow.questions, to) || Object.hasOwn(flow.outcomes, to),
    );
    const after = ways
      .filter((to) => !seen.has(to))
      .map((to) => {
        if (Object.hasOwn(flow.outcomes, to)) return { fewest: 0, most: 0 };
        const rest = visit(to, new Set(seen).add(to));
        return { fewest: rest.fewest + 1, most: rest.most + 1 };
      });
    const result =
      after.length === 0
        ? { fewest: 0, most: 0 }
        : {
            fewest: Math.min(...after.map((way) => way.fewest)),
            most: Math.max(...after.map((way) => way.most)),
          };
    known.set(id, result);
    return result;
  };
  return (from) => visit(from, new Set([from]));
}
