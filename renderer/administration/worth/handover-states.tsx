import type { PublishedHandovers } from '../../../core/domain/report/publication.ts';
import { reportWords } from '../../../core/domain/report/report-words.ts';
import { percentText, shareOf } from '../../../core/domain/report/share.ts';
import { Bars } from '../../charts/bars.tsx';
import { Figure } from '../../charts/figure.tsx';
import { saidOfRows } from '../../charts/said-of.ts';
import { worthSayings } from '../../words/worth-words.ts';
import { useAdministration } from '../use-administration.ts';

type Props = { readonly told: Pick<PublishedHandovers, 'total' | 'states'> | undefined };

/** How far the handovers of a month are, to one partner or to all; nothing where no number of them is told. */
export function HandoverStates({ told }: Props) {
  const { language } = useAdministration();
  const say = worthSayings(language);
  const words = reportWords(language);
  if (told === undefined || told.total === null) return null;
  const write = (count: number | null) =>
    count === null ? words.notShown : new Intl.NumberFormat(language).format(count);
  const bars = told.states.map(({ value, count }) => ({
    id: value,
    name: words.values[`handover ${value}`] ?? value,
    count,
  }));
  const said = saidOfRows(bars, told.total);
  const most =
    said.kind === 'most' ? say('most', { name: said.row.name, count: write(said.count) }) : say(said.kind);
  return (
    <Figure
      title={words.handovers}
      says={`${most} ${words.whyStands}`}
      tableName={say('table')}
      table={{
        columns: [words.handovers, words.number, words.share],
        rows: bars.map(({ id, name, count }) => ({
          id,
          cells: [name, write(count), percentText(shareOf(count, told.total))],
        })),
      }}
    >
      <Bars bars={bars} write={write} />
    </Figure>
  );
}
