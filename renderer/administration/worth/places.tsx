import type { Publication } from '../../../core/domain/report/publication.ts';
import { reportWords } from '../../../core/domain/report/report-words.ts';
import { Bars } from '../../charts/bars.tsx';
import { Figure } from '../../charts/figure.tsx';
import { saidOfRows } from '../../charts/said-of.ts';
import { worthSayings } from '../../words/worth-words.ts';
import { useAdministration } from '../use-administration.ts';

type Props = {
  readonly now: Publication;
  readonly within: string;
  readonly cells: readonly (number | null)[];
};

/** The places that are part of one, with what is told of each. */
export function Places({ now, within, cells }: Props) {
  const { language } = useAdministration();
  const say = worthSayings(language);
  const words = reportWords(language);
  const write = (count: number | null) =>
    count === null ? words.notShown : new Intl.NumberFormat(language).format(count);
  const bars = now.places.flatMap(({ id, parent, name }, index) =>
    parent === within ? [{ id, name, count: cells[index] ?? null }] : [],
  );
  if (bars.length === 0) return null;
  const said = saidOfRows(bars, cells[now.places.findIndex(({ id }) => id === within)] ?? null);
  return (
    <Figure
      title={words.place}
      says={
        said.kind === 'most' ? say('most', { name: said.row.name, count: write(said.count) }) : say(said.kind)
      }
      tableName={say('table')}
      table={{
        columns: [words.place, words.questions],
        rows: bars.map(({ id, name, count }) => ({ id, cells: [name, write(count)] })),
      }}
    >
      <Bars bars={bars} write={write} />
    </Figure>
  );
}
