import type { Flow } from '../../core/domain/flow.ts';
import { FlowWords } from '../../core/domain/flow-words.ts';
import type { MapSetting } from '../../maps/condition-text.ts';
import { type FlowGraph, flowGraph } from '../../maps/flow-graph.ts';
import { aParameter, aStaleParameter } from './a-parameter.ts';
import { TODAY } from './today.ts';

/** The questions' words of a flow, as far as a test gives them. */
type Said = Record<string, { ask: string; answers?: Record<string, { label: string }> }>;

/** What a map is written with: Dutch, a parameter of 18 years and one without a value today. */
export function aMapSetting(questions: Said = {}, parts: Partial<MapSetting> = {}): MapSetting {
  const said = Object.entries(questions).map(([id, words]) => [id, { why: 'Daarom.', ...words }]);
  return {
    words: FlowWords.parse({
      title: 'Huur',
      summary: 'Geld',
      questions: Object.fromEntries(said),
      outcomes: {},
    }),
    language: 'nl',
    parameters: { 'huur.leeftijd': aParameter(18), 'huur.oud': aStaleParameter(21) },
    today: TODAY,
    ...parts,
  };
}

/** A flow laid out with the words a test gives; what has none shows its id. */
export function aMap(flow: Flow, questions: Said = {}): FlowGraph {
  return flowGraph(flow, aMapSetting(questions));
}
