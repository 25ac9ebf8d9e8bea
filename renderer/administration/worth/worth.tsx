import { REPORT_ROUTES, type ReportMonths } from '../../../core/contract/administration/reports.ts';
import { cellsOf } from '../../../core/domain/report/cells-of.ts';
import { type FlowsTexts, flowKey, flowTitle, questionText } from '../../../core/domain/report/flow-texts.ts';
import { isAsked } from '../../../core/domain/report/is-asked.ts';
import { monthsInARow } from '../../../core/domain/report/months-in-a-row.ts';
import type { Publication } from '../../../core/domain/report/publication.ts';
import { reportWords } from '../../../core/domain/report/report-words.ts';
import { monthName, type OwnNames } from '../../../core/domain/report/value-name.ts';
import type { Variable } from '../../../core/domain/report/variables.ts';
import { type Language, pick } from '../../../core/domain/words.ts';
import { FlowsChart } from '../../charts/flows-chart.tsx';
import { TrendChart } from '../../charts/trend-chart.tsx';
import { VariableChart } from '../../charts/variable-chart.tsx';
import { worthSayings } from '../../words/worth-words.ts';
import { useAsked } from '../api/use-asked.ts';
import { Answered } from '../parts/answered.tsx';
import parts from '../parts/parts.module.css';
import { goTo, hrefOf } from '../place/place.ts';
import type { ScreenProps } from '../shell/screen-props.ts';
import { useAdministration } from '../use-administration.ts';
import { HandoverStates } from './handover-states.tsx';
import { Places } from './places.tsx';
import { ReportLinks } from './report-links.tsx';
import styles from './worth.module.css';

/** What the help of a library was worth, month by month as it was published, for the library, a municipality, a branch or a partner. */
export function Worth({ query }: ScreenProps) {
  const { say, language } = useAdministration();
  const told = useAsked(REPORT_ROUTES.months, {});
  return (
    <div className={parts.screen}>
      <div className={parts.head}>
        <div>
          <h1>{say('worth.title')}</h1>
          <p className={parts.lead}>{reportWords(language).why}</p>
        </div>
      </div>
      <Answered answer={told}>
        {(months) => {
          const month = query.get('month') ?? months.months[0];
          return month === undefined ? (
            <p className={parts.lead}>{say('worth.none')}</p>
          ) : (
            <Month months={months} month={month} whose={query.get('of') ?? 'library'} />
          );
        }}
      </Answered>
    </div>
  );
}

type MonthProps = { readonly months: ReportMonths; readonly month: string; readonly whose: string };

function Month({ months, month, whose }: MonthProps) {
  const { say, language } = useAdministration();
  const answer = useAsked(REPORT_ROUTES.month, { params: { month } });
  const go = (to: { month?: string; of?: string }) =>
    goTo(hrefOf(['worth'], { month, of: whose, ...to }), { instead: true });
  return (
    <Answered answer={answer}>
      {({ publications, flows }) => {
        const [now] = publications;
        if (now === undefined) return <p className={parts.lead}>{say('worth.none')}</p>;
        return (
          <>
            <div className={styles.choices}>
              <div>
                <label htmlFor="worth-month">{say('worth.month')}</label>
                <select id="worth-month" value={month} onChange={({ target }) => go({ month: target.value })}>
                  {months.months.map((each) => (
                    <option key={each} value={each}>
                      {monthName(each, language)}
                    </option>
                  ))}
                </select>
              </div>
              <div>
                <label htmlFor="worth-of">{say('worth.of')}</label>
                <select id="worth-of" value={whose} onChange={({ target }) => go({ of: target.value })}>
                  {now.places.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                  {partnersTold(now, namesIn(months, language)).map(({ id, name }) => (
                    <option key={id} value={`partner:${id}`}>
                      {name}
                    </option>
                  ))}
                </select>
              </div>
              <ReportLinks month={month} whose={whose} />
            </div>
            {whose.startsWith('partner:') ? (
              <PartnerCharts publications={publications} partner={whose.slice('partner:'.length)} />
            ) : (
              <PlaceCharts {...{ publications, whose, months, flows }} />
            )}
          </>
        );
      }}
    </Answered>
  );
}

/** What organisations are called, by id: partners as the library calls them. */
function namesIn({ partners, organizations }: ReportMonths, language: Language): Record<string, string> {
  return Object.fromEntries([
    ...organizations.map(({ id, names }) => [id, nameOf(names, id, language)]),
    ...partners.map(({ id, name }) => [id, name]),
  ]);
}

/** In the language of whoever looks; an id where there is no name. */
function nameOf(names: ReportMonths['places'][number]['names'], id: string, language: Language): string {
  return pick(names, language)?.value ?? id;
}

/** The organisations of which something is told, by their names. */
function partnersTold({ tables, handovers }: Publication, names: Readonly<Record<string, string>>) {
  const asked = tables.find(({ variable }) => variable === 'organization')?.rows ?? [];
  const told = new Set([
    ...asked.map(({ value }) => value),
    ...handovers.partners.map(({ partner }) => partner),
  ]);
  return [...told].flatMap((each) => (each === '-' ? [] : [{ id: each, name: names[each] ?? each }]));
}

type ChartsProps = { readonly publications: readonly Publication[] };

function PlaceCharts({
  publications,
  whose,
  months,
  flows,
}: ChartsProps & { readonly whose: string; readonly months: ReportMonths; readonly flows: FlowsTexts }) {
  const { language } = useAdministration();
  const say = worthSayings(language);
  const [now] = publications;
  const place = now?.places.findIndex(({ id }) => id === whose) ?? -1;
  if (now === undefined || place < 0) return <p>{say('untold')}</p>;
  const names: OwnNames = {
    organization: namesIn(months, language),
    place: Object.fromEntries(months.places.map(({ id, names: said }) => [id, nameOf(said, id, language)])),
  };
  const total = now.totals[place] ?? null;
  // Of a branch less is told than of what it is part of, and of a month that was told of before places were, nothing of those: a table
  // without a cell for it is not one of nothing.
  const isTold = (variable: Variable) =>
    now.tables.some((table) => table.variable === variable) &&
    (now.places[place]?.kind !== 'branch' || ['category', 'organization', 'outcome'].includes(variable));
  const shown = [
    'category',
    'organization',
    'outcome',
    'channel',
    'place',
    'duration',
    'language',
    'weekday',
    'hour',
  ] as const;
  return (
    <div className={styles.charts}>
      <TrendChart
        months={trend(
          publications,
          (each) => each.totals[each.places.findIndex(({ id }) => id === whose)] ?? null,
        )}
        marked={new Set([now.month])}
        {...{ language, say }}
      />
      {shown.filter(isTold).map((variable) => (
        <VariableChart
          key={variable}
          variable={variable}
          rows={(now.tables.find((table) => table.variable === variable)?.rows ?? []).map(
            ({ value, cells }) => ({
              value,
              count: cells[place] ?? null,
            }),
          )}
          whole={total}
          {...{ language, say, names }}
        />
      ))}
      <Places now={now} within={whose} cells={now.totals} />
      {whose === 'library' && <HandoverStates told={now.handovers} />}
      {whose === 'library' && (
        <FlowsChart
          flows={now.use.flows.map(({ pack, flow, begun, finished, left }) => ({
            ...{ id: flowKey({ pack, flow }), name: flowTitle(flows, { pack, flow }, language) },
            ...{ begun, finished },
            left: left.map(({ value, count }) => ({
              ...{ name: questionText(flows, { pack, flow }, value, language), count },
            })),
          }))}
          begun={now.use.flowsBegun}
          {...{ language, say }}
        />
      )}
      {whose === 'library' && now.use.emptySearches.total !== null && (
        <p>{say('searches', { count: now.use.emptySearches.total })}</p>
      )}
    </div>
  );
}

function PartnerCharts({ publications, partner }: ChartsProps & { readonly partner: string }) {
  const { language } = useAdministration();
  const say = worthSayings(language);
  const [now] = publications;
  if (now === undefined) return null;
  const months = trend(publications, (each) => cellsOf(each, 'organization', partner)[0] ?? null);
  const isTold = isAsked(publications, partner);
  return (
    <div className={styles.charts}>
      {isTold && <TrendChart {...{ months, marked: new Set([now.month]), language, say }} />}
      {isTold && <Places now={now} within="library" cells={cellsOf(now, 'organization', partner)} />}
      <HandoverStates told={now.handovers.partners.find((each) => each.partner === partner)} />
    </div>
  );
}

/** A year, and the month itself. */
const MOST_MONTHS = 13;

function trend(publications: readonly Publication[], count: (of: Publication) => number | null) {
  const known = publications.map((each) => ({ month: each.month, count: count(each) })).reverse();
  return monthsInARow(known, MOST_MONTHS, (month) => ({ month, count: null }));
}
