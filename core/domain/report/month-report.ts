import type { Language } from '../language.ts';
import { cellsOf } from './cells-of.ts';
import { type FlowsTexts, flowTitle, questionText } from './flow-texts.ts';
import { formTables } from './form-tables.ts';
import { isAsked } from './is-asked.ts';
import { monthsInARow } from './months-in-a-row.ts';
import type { Publication } from './publication.ts';
import type { ReportCell, ReportTable } from './report-table.ts';
import { reportWords } from './report-words.ts';
import { percentText, shareOf } from './share.ts';
import type { Shown } from './suppression/show-table.ts';
import { monthName, type OwnNames, valueName } from './value-name.ts';

/**
 * Whom a report is for: the library itself, a municipality, one of its branches, or a partner, who gets what was about it. `desk`: a device
 * that belongs to no library's server, and tells of itself only.
 */
export type Audience =
  | { readonly kind: 'library' }
  | { readonly kind: 'desk' }
  | { readonly kind: 'branch'; readonly id: string; readonly name: string }
  | { readonly kind: 'municipality'; readonly name: string }
  | { readonly kind: 'partner'; readonly id: string; readonly name: string };

/** So many months stand in the trend at most: two years, and the month itself. */
const MOST_MONTHS = 25;

/** A monthly report, before it is a page, a sheet or a file. */
export type MonthReport = {
  readonly language: Language;
  readonly title: string;
  readonly lead: string;
  readonly notes: readonly string[];
  readonly tables: readonly ReportTable[];
};

/** What a publication does not say: what the library calls things, and what its packs call flows. */
export type ReportNames = OwnNames & { readonly flows?: FlowsTexts };

/**
 * The report of a month from what was published of it. `publications`: of the month itself, and of those before it for the trend, newest
 * first; at least one. It says nothing that is not in them. Undefined when the month tells nothing of that audience: no such
 * municipality, or a partner of which nothing is told.
 */
export function monthReport(
  publications: readonly [Publication, ...Publication[]],
  audience: Audience,
  language: Language,
  names: ReportNames,
): MonthReport | undefined {
  const words = reportWords(language);
  const [now] = publications;
  const place = placeOf(now, audience);
  if (place === undefined) return undefined;
  const tables =
    audience.kind === 'partner'
      ? [
          ...(isAsked(publications, audience.id)
            ? [trendOf(publications, audience, language), placesOf(now, 0, audience.id, language)]
            : []),
          statesOf(
            now.handovers.partners.find(({ partner }) => partner === audience.id),
            language,
          ),
        ]
      : [
          trendOf(publications, audience, language),
          ...formTables(now, place, language, names).filter(
            // What is told of municipalities only is no table of a branch.
            ({ rows }) => audience.kind !== 'branch' || rows.some(([, count]) => count !== null),
          ),
          ...(audience.kind === 'desk' ? [] : [placesOf(now, place, undefined, language)]),
          ...(audience.kind === 'library' || audience.kind === 'desk' ? ofLibrary(now, language, names) : []),
        ];
  const told = tables.filter(({ rows }) => rows.length > 0);
  const [library] = now.places;
  const named = (text: string) => text.replace('{name}', () => ('name' in audience ? audience.name : ''));
  const whom = {
    library: words.forLibrary,
    municipality: named(words.forMunicipality),
    branch: named(words.forBranch),
    partner: named(words.forPartner),
  };
  return {
    language,
    title: `${words.title}: ${monthName(now.month, language)}`,
    lead:
      audience.kind === 'desk'
        ? words.forDesk
        : [library?.name ?? now.library, whom[audience.kind]].join(' · '),
    notes: [
      ...[words.why, words.whyShare, audience.kind === 'desk' ? words.whyOnce : words.whyLate],
      ...(told.some(({ title }) => title === words.handovers) ? [words.whyStands] : []),
    ],
    tables: told,
  };
}

function placeOf({ places, tables, handovers }: Publication, audience: Audience): number | undefined {
  if (audience.kind === 'library' || audience.kind === 'desk') return 0;
  if (audience.kind === 'branch') return indexOf(places, `branch:${audience.id}`);
  if (audience.kind === 'municipality') return indexOf(places, `municipality:${audience.name}`);
  const isTold =
    handovers.partners.some(({ partner }) => partner === audience.id) ||
    tables.some(
      ({ variable, rows }) => variable === 'organization' && rows.some(({ value }) => value === audience.id),
    );
  return isTold ? 0 : undefined;
}

function indexOf(places: Publication['places'], wanted: string): number | undefined {
  const index = places.findIndex(({ id }) => id === wanted);
  return index < 0 ? undefined : index;
}

function trendOf(publications: readonly Publication[], audience: Audience, language: Language): ReportTable {
  const words = reportWords(language);
  const told = (publication: Publication): Shown => {
    if (audience.kind === 'partner') return cellsOf(publication, 'organization', audience.id)[0] ?? null;
    const place = placeOf(publication, audience);
    return place === undefined ? null : (publication.totals[place] ?? null);
  };
  return {
    title: words.trend,
    columns: [words.month, words.questions],
    rows: monthsInARow(
      publications.map((each) => ({ month: each.month, count: told(each) })).reverse(),
      MOST_MONTHS,
      (month) => ({ month, count: null }),
    ).map(({ month, count }): ReportCell[] => [monthName(month, language), count]),
  };
}

/** The places within one, with all questions there or those about one organisation. */
function placesOf(
  publication: Publication,
  place: number,
  organization: string | undefined,
  language: Language,
): ReportTable {
  const words = reportWords(language);
  const { places, totals } = publication;
  const within = new Set([places[place]?.id]);
  for (const { id, parent } of places) if (parent !== null && within.has(parent)) within.add(id);
  const cells = organization === undefined ? totals : cellsOf(publication, 'organization', organization);
  return {
    title: words.place,
    columns: [words.place, words.questions],
    rows: places.flatMap(({ id, name }, index): ReportCell[][] =>
      within.has(id) && index !== place ? [[name, cells[index] ?? null]] : [],
    ),
  };
}

/** How far the handovers of a month are: to one partner, or to all. */
function statesOf(
  told: Pick<Publication['handovers'], 'total' | 'states'> | undefined,
  language: Language,
): ReportTable {
  const words = reportWords(language);
  return {
    title: words.handovers,
    columns: [words.handovers, words.number, words.share],
    rows:
      told === undefined || told.total === null
        ? []
        : told.states.map(({ value, count }): ReportCell[] => [
            words.values[`handover ${value}`] ?? value,
            count,
            percentText(shareOf(count, told.total)),
          ]),
  };
}

/** What is told of the whole library only: its own categories, to whom it handed over, and how its kiosks were used. */
function ofLibrary(
  { subCategories, use, tables, handovers }: Publication,
  language: Language,
  names: ReportNames,
): ReportTable[] {
  const words = reportWords(language);
  const texts = names.flows ?? {};
  const ofCategory = (category: string) =>
    tables.find(({ variable }) => variable === 'category')?.rows.find(({ value }) => value === category)
      ?.cells[0] ?? null;
  return [
    {
      title: words.variables['sub-category'],
      columns: [words.variables['sub-category'], words.variables.category, words.number, words.share],
      rows: subCategories.flatMap(({ category, rows }) =>
        rows.map(({ value, count }): ReportCell[] => [
          valueName('sub-category', `${category}/${value}`, language, names),
          valueName('category', category, language),
          count,
          percentText(shareOf(count, ofCategory(category))),
        ]),
      ),
    },
    statesOf(handovers, language),
    {
      title: words.handoversTo,
      columns: [words.handoversTo, words.number],
      rows: handovers.partners.map(({ partner, total }): ReportCell[] => [
        valueName('organization', partner, language, names),
        total,
      ]),
    },
    {
      title: words.flows,
      columns: [words.flows, words.begun, words.finished, words.stopped],
      rows: use.flows.map(({ pack, flow, begun, finished, left }): ReportCell[] => [
        ...[flowTitle(texts, { pack, flow }, language), begun, finished],
        left
          .map(({ value, count }) => `${questionText(texts, { pack, flow }, value, language)} (${count})`)
          .join('; '),
      ]),
    },
    {
      title: words.emptySearches,
      columns: [words.variables.language, words.number],
      rows: use.emptySearches.rows.map(({ value, count }): ReportCell[] => [
        valueName('language', value, language),
        count,
      ]),
    },
  ];
}
