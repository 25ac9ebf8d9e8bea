import type { Flow } from '../core/domain/flow.ts';
import { edgesOf } from '../core/domain/flow-edges.ts';
import type { Id } from '../core/domain/id.ts';

/**
 * The nodes of a flow as one comes upon them: from the start, step by step, questions before outcomes. What no way leads to comes
 * last, in the order of the file.
 */
export function walkingOrder(flow: Flow): Id[] {
  const edges = edgesOf(flow);
  const met = new Set<Id>([flow.start]);
  for (const id of met) for (const { from, to } of edges) if (from === id) met.add(to);
  const all = [...met, ...Object.keys(flow.questions), ...Object.keys(flow.outcomes)];
  const among = (nodes: Readonly<Record<Id, unknown>>) => all.filter((id) => Object.hasOwn(nodes, id));
  return [...new Set([...among(flow.questions), ...among(flow.outcomes)])];
}
