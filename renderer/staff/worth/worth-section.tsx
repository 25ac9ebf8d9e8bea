import { useMemo, useState } from 'react';
import type { DeskWorth, Period } from '../../../core/contract/desk/worth.ts';
import { monthsInARow } from '../../../core/domain/report/months-in-a-row.ts';
import { monthName, type OwnNames } from '../../../core/domain/report/value-name.ts';
import { FIXED_VALUES, type Variable } from '../../../core/domain/report/variables.ts';
import { type Language, pick } from '../../../core/domain/words.ts';
import { FlowsChart } from '../../charts/flows-chart.tsx';
import { MomentsChart } from '../../charts/moments-chart.tsx';
import { TrendChart } from '../../charts/trend-chart.tsx';
import { VariableChart } from '../../charts/variable-chart.tsx';
import { worthSayings } from '../../words/worth-words.ts';
import { useStaff } from '../use-staff.ts';
import { Choice } from './choice.tsx';
import { periodsOf, writePeriod } from './periods.ts';
import { ReportPart } from './report-part.tsx';
import { useWorth } from './use-worth.ts';
import styles from './worth.module.css';

/** A year of the trend, and the month itself. */
const MOST_MONTHS = 13;

/** By what else questions are shown, after when they came. */
const OTHERS = ['outcome', 'sub-category', 'channel', 'place', 'duration', 'language'] as const;

/** What the help of this branch was worth: exact, for those whose work it is. */
export function WorthSection() {
  const { language } = useStaff();
  const say = useMemo(() => worthSayings(language), [language]);
  const [period, setPeriod] = useState<Period | null>(null);
  const { worth, failed } = useWorth(period);
  return (
    <div className={styles.worth}>
      <header className={styles.head}>
        <div>
          <h1>{say('title')}</h1>
          <p>{say('lead')}</p>
        </div>
        {worth && <PeriodChoice worth={worth} language={language} choose={setPeriod} />}
      </header>
      {worth === undefined ? (
        <p role="status">{say(failed ? 'failed' : 'loading')}</p>
      ) : (
        <Charts worth={worth} language={language} />
      )}
      <ReportPart />
    </div>
  );
}

type Shown = { readonly worth: DeskWorth; readonly language: Language };

function PeriodChoice({ worth, language, choose }: Shown & { readonly choose: (period: Period) => void }) {
  const say = worthSayings(language);
  const periods = periodsOf(worth);
  return (
    <Choice
      label={say('period')}
      value={writePeriod(worth.period)}
      options={periods.map((each) => [
        writePeriod(each),
        each.from === each.to ? monthName(each.from, language) : say('year', { year: each.from.slice(0, 4) }),
      ])}
      choose={(value) => {
        const chosen = periods.find((each) => writePeriod(each) === value);
        if (chosen !== undefined) choose(chosen);
      }}
    />
  );
}

function Charts({ worth, language }: Shown) {
  const say = worthSayings(language);
  const { counts, months, period, flows, emptySearches } = worth;
  const of = (variable: Variable) =>
    counts
      .filter((each) => each.variable === variable)
      .map(({ value, number }) => ({ value, count: number, number }));
  const sum = (variable: Variable, values?: readonly string[]) =>
    of(variable).reduce(
      (all, { value, number }) => all + (values?.includes(value) === false ? 0 : number),
      0,
    );
  const total = sum('category');
  const names = namesIn(worth, language);
  const chart = (variable: Exclude<Variable, 'day' | 'week-hour'>) => (
    <VariableChart
      key={variable}
      variable={variable}
      rows={inOrder(variable, of(variable))}
      whole={total}
      {...{ language, say, names }}
    />
  );
  const numbers = new Intl.NumberFormat(language);
  const tile = (number: number, name: string) => (
    <div className={styles.tile}>
      <dt>{name}</dt>
      <dd>{numbers.format(number)}</dd>
    </div>
  );
  const visitors = sum('visitor', ['first']);
  return (
    <>
      <dl className={styles.tiles} aria-live="polite">
        {tile(total, say('questions', { count: total }))}
        {tile(visitors, say('visitors', { count: visitors }))}
        {tile(sum('outcome', ['answered', 'helped']), say('solved'))}
      </dl>
      {total === 0 && <p>{say('none')}</p>}
      <div className={styles.charts}>
        {total > 0 && (['category', 'organization'] as const).map(chart)}
        {total > 0 && <MomentsChart rows={of('week-hour')} {...{ language, say }} />}
        {total > 0 && OTHERS.map(chart)}
        <TrendChart
          months={monthsInARow(months, MOST_MONTHS, (month) => ({ month, number: 0 })).map(
            ({ month, number }) => ({ month, count: number }),
          )}
          marked={
            new Set(
              months.flatMap(({ month }) => (month >= period.from && month <= period.to ? [month] : [])),
            )
          }
          {...{ language, say }}
        />
        <FlowsChart
          flows={flows.map(({ flow, titles, begun, finished, left }) => ({
            ...{ id: flow, name: nameFrom(titles, language) ?? flow, begun, finished },
            left: left.map(({ step, names: asked, number }) => ({
              ...{ name: nameFrom(asked, language) ?? step, count: number },
            })),
          }))}
          begun={flows.reduce((all, { begun }) => all + begun, 0)}
          {...{ language, say }}
        />
      </div>
      <p>{say('searches', { count: emptySearches.reduce((all, { number }) => all + number, 0) })}</p>
      {total < 100 && total > 0 && <p>{say('noShare')}</p>}
    </>
  );
}

/** Fixed lists whole, also with what nobody asked. */
function inOrder(variable: Variable, rows: readonly { readonly value: string; readonly count: number }[]) {
  const found = new Map(rows.map(({ value, count }) => [value, count]));
  const fixed = FIXED_VALUES[variable];
  return fixed === undefined ? rows : fixed.map((value) => ({ value, count: found.get(value) ?? 0 }));
}

function namesIn({ names }: DeskWorth, language: Language): OwnNames {
  const inLanguage = (of: DeskWorth['names']['organization']) =>
    Object.fromEntries(Object.entries(of).map(([id, each]) => [id, nameFrom(each, language) ?? id]));
  return {
    organization: inLanguage(names.organization),
    'sub-category': inLanguage(names['sub-category']),
    place: inLanguage(names.place),
  };
}

function nameFrom(
  names: Readonly<Partial<Record<Language, string>>>,
  language: Language,
): string | undefined {
  return pick(names, language)?.value || undefined;
}
