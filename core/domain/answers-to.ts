import type { Answers, Setting } from './condition.ts';
import type { Flow } from './flow.ts';
import type { Id } from './id.ts';
import { pathsOf } from './paths.ts';

/** For every question and outcome that can be reached, answers that lead there: those of the first path that passes it. */
export function answersTo(flow: Flow, setting: Setting): ReadonlyMap<Id, Answers> {
  const found = new Map<Id, Answers>();
  const all = Object.keys(flow.questions).length + Object.keys(flow.outcomes).length;
  for (const { answers, trail, outcome } of pathsOf(flow, setting)) {
    const before: Record<Id, Answers[Id]> = {};
    for (const id of trail) {
      if (!found.has(id)) found.set(id, { ...before });
      const answer = answers[id];
      if (answer !== undefined) before[id] = answer;
    }
    if (!found.has(outcome)) found.set(outcome, before);
    if (found.size === all) break;
  }
  return found;
}
