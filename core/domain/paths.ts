import type { Answer, Answers, Setting } from './condition.ts';
import type { Flow } from './flow.ts';
import type { Id } from './id.ts';
import { representatives } from './representatives.ts';
import { type RuleListener, turnAt } from './walk.ts';

/** The most paths that a flow may have. Beyond it nobody can oversee the flow, and it wants splitting. */
export const MOST_PATHS = 20_000;

/** One way through a flow: answers that lead along it, the questions on the way, and the outcome. */
export type Path = { readonly answers: Answers; readonly trail: readonly Id[]; readonly outcome: Id };

/**
 * Every path of a flow, one for every sort of answers that the flow can tell apart, in the order of the file.
 * Stops at a node that does not exist, at a question without a way on, and where it would go in a circle.
 * `hear` is told how each rule on the way was judged. The caller sets the bound by how much it takes.
 */
export function* pathsOf(flow: Flow, setting: Setting, hear?: RuleListener): Generator<Path> {
  const sorts = new Map<Id, Answer[]>();
  function* from(id: Id, answers: Answers, trail: readonly Id[]): Generator<Path> {
    if (Object.hasOwn(flow.outcomes, id)) {
      yield { answers, trail, outcome: id };
      return;
    }
    const question = Object.hasOwn(flow.questions, id) ? flow.questions[id] : undefined;
    if (question === undefined || trail.includes(id)) return;
    const tried = sorts.get(id) ?? representatives(flow, id, question, setting);
    sorts.set(id, tried);
    for (const answer of tried) {
      const given = { ...answers, [id]: answer };
      const turn = turnAt(question, answer, given, setting, hear);
      if (turn) yield* from(turn.go, given, [...trail, id]);
    }
  }
  yield* from(flow.start, {}, []);
}
