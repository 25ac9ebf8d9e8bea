import type { Language } from '../../core/domain/language.ts';
import { reportWords } from '../../core/domain/report/report-words.ts';
import type { WorthSay } from '../words/worth-words.ts';
import { Bars } from './bars.tsx';
import { Figure } from './figure.tsx';

/** A flow by its name: how often it was begun and finished, and on which questions people stopped; null is not told. */
export type ChartedFlow = {
  readonly id: string;
  readonly name: string;
  readonly begun: number | null;
  readonly finished: number | null;
  readonly left: readonly { readonly name: string; readonly count: number | null }[];
};

type Props = { readonly flows: readonly ChartedFlow[]; readonly language: Language; readonly say: WorthSay };

/** Flows that were begun, and in the table how many came to an end and where the others stopped. */
export function FlowsChart({ flows, language, say }: Props) {
  const words = reportWords(language);
  const write = (count: number | null) =>
    count === null ? words.notShown : new Intl.NumberFormat(language).format(count);
  const sum = (of: 'begun' | 'finished') => write(flows.reduce((all, flow) => all + (flow[of] ?? 0), 0));
  return (
    <Figure
      title={words.flows}
      says={
        flows.length === 0 ? say('nothing') : say('flows', { begun: sum('begun'), finished: sum('finished') })
      }
      tableName={say('table')}
      table={{
        columns: [say('flow'), words.begun, words.finished, words.stopped],
        rows: flows.map(({ name, begun, finished, left }) => [
          ...[name, write(begun), write(finished)],
          left.map(({ name: step, count }) => `${step} (${write(count)})`).join('; ') || '–',
        ]),
      }}
    >
      <Bars bars={flows.map(({ id, name, begun }) => ({ id, name, count: begun }))} write={write} />
    </Figure>
  );
}
