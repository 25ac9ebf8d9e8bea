import type { Language } from '../../core/domain/language.ts';
import { reportWords } from '../../core/domain/report/report-words.ts';
import type { WorthSay } from '../words/worth-words.ts';
import { Bars } from './bars.tsx';
import { Figure } from './figure.tsx';
import { saidOfFlows } from './said-of.ts';

/** A flow by its name: how often it was begun and finished, and on which questions people stopped; null is not told. */
export type ChartedFlow = {
  readonly id: string;
  readonly name: string;
  readonly begun: number | null;
  readonly finished: number | null;
  readonly left: readonly { readonly name: string; readonly count: number | null }[];
};

type Props = {
  readonly flows: readonly ChartedFlow[];
  /** How often any flow was begun; null is not told. */
  readonly begun: number | null;
  readonly language: Language;
  readonly say: WorthSay;
};

/** Flows that were begun, and in the table how many came to an end and where the others stopped. */
export function FlowsChart({ flows, begun: whole, language, say }: Props) {
  const words = reportWords(language);
  const write = (count: number | null) =>
    count === null ? words.notShown : new Intl.NumberFormat(language).format(count);
  const said = saidOfFlows(flows, whole);
  const says = () => {
    if (said.kind === 'flows')
      return say('flows', { begun: write(said.begun), finished: write(said.finished) });
    return said.kind === 'begun' ? say('begun', { begun: write(said.begun) }) : say(said.kind);
  };
  return (
    <Figure
      title={words.flows}
      says={says()}
      tableName={say('table')}
      table={{
        columns: [say('flow'), words.begun, words.finished, words.stopped],
        rows: flows.map(({ id, name, begun, finished, left }) => ({
          id,
          cells: [
            ...[name, write(begun), write(finished)],
            left.map(({ name: step, count }) => `${step} (${write(count)})`).join('; ') || '–',
          ],
        })),
      }}
    >
      <Bars bars={flows.map(({ id, name, begun }) => ({ id, name, count: begun }))} write={write} />
    </Figure>
  );
}
