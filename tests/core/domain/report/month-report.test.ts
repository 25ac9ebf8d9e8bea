import { expect, test } from 'vitest';
import { monthReport } from '../../../../core/domain/report/month-report.ts';
import type { Publication } from '../../../../core/domain/report/publication.ts';
import { publish } from '../../../../core/domain/report/publish.ts';
import { reportHtml } from '../../../../core/domain/report/report-html.ts';
import { reportLines } from '../../../../core/domain/report/report-lines.ts';
import type { AskedQuestion } from '../../../../core/domain/report/ties/asked-question.ts';
import { aMonth, BRANCHES, times } from './a-month.ts';

const NAMES = { organization: { duo: 'DUO', gemeente: '=Gemeente' } };

/** A month in which every branch has more than enough of a few things. */
function aBusyMonth(month: string, more: readonly AskedQuestion[] = []): Publication {
  const asked = BRANCHES.flatMap(({ id }) => [
    ...times(60, id, { organization: 'duo' }),
    ...times(40, id, { organization: 'gemeente', category: 'course', channel: 'phone', outcome: 'referred' }),
    ...times(30, id, { category: 'information', channel: 'course', outcome: 'helped', nth: 2 }),
    ...times(20, id, { category: 'referral', channel: 'walk-in', outcome: 'comes-back', language: 'ar' }),
    ...times(15, id, { category: 'taking-part', channel: 'appointment', outcome: 'could-not' }),
  ]);
  return publish(aMonth([...asked, ...more], { month }));
}
const NOW = aBusyMonth('2026-11');
const BEFORE = aBusyMonth('2026-10', times(35, 'centrum'));

const tableIn = (report: ReturnType<typeof monthReport>, title: string) =>
  report?.tables.find((table) => table.title === title)?.rows;

test('the report of a municipality tells of that place only, in the order of the national form', () => {
  const report = monthReport([NOW, BEFORE], { kind: 'municipality', name: 'Voorbeeldstad' }, 'nl', NAMES);
  expect(report?.title).toBe('Wat de hulp opleverde: november 2026');
  expect(report?.lead).toBe('Bibliotheek Voorbeeld · Voor de gemeente Voorbeeldstad');
  expect(report?.tables.map(({ title }) => title)).toEqual(
    [
      ...[
        'Maand na maand',
        'Op welke dag',
        'Hoe laat',
        'Waar het was',
        'Soort hulp',
        'Over welke organisatie',
      ],
      ...[
        'Hoe lang het duurde',
        'Hoe de vraag kwam',
        'Hoe het afliep',
        'Vragen en bezoekers',
        'In welke taal',
      ],
      'Plaats',
    ].filter((title) => tableIn(report, title) !== undefined),
  );
  expect(tableIn(report, 'Maand na maand')).toEqual([
    ['oktober 2026', 365],
    ['november 2026', 330],
  ]);
  expect(tableIn(report, 'Soort hulp')).toEqual([
    ['Hulp bij contact met de overheid', 120, '36%'],
    ['Cursus', 80, '24%'],
    ['Meedoen online', 30, '9%'],
    ['Informatie', 60, '18%'],
    ['Verwijzing', 40, '12%'],
  ]);
  expect(tableIn(report, 'Plaats')).toEqual([
    ['Centrum', 165],
    ['Noord', 165],
  ]);
});

test('the report of a partner tells of what was about it, by place and month', () => {
  const report = monthReport([NOW, BEFORE], { kind: 'partner', id: 'duo', name: 'DUO' }, 'en', NAMES);
  expect(report?.lead).toBe('Bibliotheek Voorbeeld · For DUO');
  expect(tableIn(report, 'Month by month')).toEqual([
    ['October 2026', 240],
    ['November 2026', 240],
  ]);
  expect(tableIn(report, 'Place')?.[0]).toEqual(['Voorbeelddorp', 60]);
});

test('the report of a partner of whom no question is told has its handovers alone, whether there were a few or none', () => {
  const handovers = [
    { partner: 'wijkteam', state: 'done' as const, number: 30 },
    { partner: 'wijkteam', state: 'given' as const, number: 25 },
  ];
  const busy = times(60, 'centrum').concat(times(60, 'noord'));
  const tablesOf = (month: string, few: number, before: readonly Publication[] = []) => {
    const asked = [...busy, ...times(few, 'centrum', { organization: 'wijkteam' })];
    const told = publish(aMonth(asked, { month, handovers }));
    const audience = { kind: 'partner', id: 'wijkteam', name: 'Wijkteam' } as const;
    return { told, tables: monthReport([told, ...before], audience, 'nl', {})?.tables };
  };
  const none = tablesOf('2026-11', 0);
  expect(none.tables?.map(({ title }) => title)).toEqual(['Warme overdrachten']);
  for (const few of [1, 4, 9]) expect(tablesOf('2026-11', few).tables).toEqual(none.tables);
  // Once something was told, a month with a few is as one with none as well.
  const { told } = tablesOf('2026-10', 40);
  const after = [0, 1, 9].map((few) => tablesOf('2026-11', few, [told]).tables);
  expect(after[0]?.slice(0, 2)).toMatchObject([
    {
      title: 'Maand na maand',
      rows: [
        ['oktober 2026', 40],
        ['november 2026', null],
      ],
    },
    { title: 'Plaats' },
  ]);
  expect(after).toEqual([after[0], after[0], after[0]]);
});

test('a month that nothing is told of has its place between two others, and says that it is not shown', () => {
  const june = { ...BEFORE, month: '2026-06' };
  const report = monthReport([NOW, june], { kind: 'municipality', name: 'Voorbeeldstad' }, 'nl', NAMES);
  expect(tableIn(report, 'Maand na maand')?.map(([month, count]) => [month, count])).toEqual([
    ['juni 2026', 365],
    ...['juli', 'augustus', 'september', 'oktober'].map((name) => [`${name} 2026`, null]),
    ['november 2026', 330],
  ]);
  expect(report && reportLines(report)).toContainEqual(['augustus 2026', 'niet getoond']);
});

test('the report of a library tells of all places, its own categories and its kiosks', () => {
  const told = publish(
    aMonth(
      times(150, 'centrum', { category: 'course', subCategory: 'klik-en-tik' }).concat(
        times(150, 'centrum', { category: 'information' }),
        times(20, 'centrum', { category: 'referral' }),
      ),
      {
        branches: BRANCHES.slice(0, 1),
        use: [
          { type: 'flow-started', number: 60, body: { pack: 'zelf', flow: 'toeslag' } },
          { type: 'outcome-reached', number: 20, body: { pack: 'zelf', flow: 'toeslag', step: 'recht' } },
          { type: 'flow-started', number: 30, body: { pack: 'eigen', flow: 'toeslag' } },
          ...['huur', 'weg'].map((step) => ({
            ...{ type: 'step-left', number: 12 },
            body: { pack: 'zelf', flow: 'toeslag', step },
          })),
          { type: 'search-empty', number: 12, body: { language: 'nl' } },
        ],
      },
    ),
  );
  const report = monthReport([told], { kind: 'library' }, 'nl', {
    'sub-category': { 'klik-en-tik': 'Klik & Tik' },
    flows: { 'zelf/toeslag': { title: { nl: 'Huurtoeslag' }, questions: { huur: { nl: 'Huurt u?' } } } },
  });
  expect(tableIn(report, 'Eigen soorten vragen')).toContainEqual(['Klik & Tik', 'Cursus', 150, '100%']);
  expect(tableIn(report, 'Hulp op het scherm')).toEqual([
    // A question and a flow that their pack has no more are named by their ids.
    ['toeslag', 30, null, ''],
    ['Huurtoeslag', 60, 20, 'Huurt u? (12); weg (12)'],
  ]);
  expect(tableIn(report, 'Zoeken zonder resultaat')).toEqual([['Nederlands', 12]]);
});

test('there is no report for whom nothing is told of', () => {
  expect(monthReport([NOW], { kind: 'municipality', name: 'Elders' }, 'nl', {})).toBeUndefined();
  expect(monthReport([NOW], { kind: 'partner', id: 'cak', name: 'CAK' }, 'nl', {})).toBeUndefined();
});

test('what is not told is said so in words, and a name that looks like a formula is none', () => {
  const report = monthReport([NOW], { kind: 'library' }, 'nl', NAMES);
  if (report === undefined) throw new Error('no report');
  const lines = reportLines(report);
  expect(lines).toContainEqual(["'=Gemeente", 160, '24%']);
  expect(lines.flat()).toContain('niet getoond');
  const text = lines.flat().filter((cell) => typeof cell === 'string');
  expect(text.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
});

test('the page for paper holds text only', () => {
  const report = monthReport([NOW], { kind: 'partner', id: 'duo', name: '<img src=x>"' }, 'nl', NAMES);
  if (report === undefined) throw new Error('no report');
  const page = reportHtml(report, 'report.css');
  expect(page).not.toContain('<img');
  expect(page).toContain('&#60;img src=x&#62;&#34;');
  expect(page).toContain('<th scope="row">Voorbeelddorp</th><td class="number">60</td>');
  expect(page).not.toContain('style="');
  // Why numbers are missing stands before the first of them.
  expect(page.indexOf('Aantallen onder de 10')).toBeGreaterThan(0);
  expect(page.indexOf('Aantallen onder de 10')).toBeLessThan(page.indexOf('<table'));
});
