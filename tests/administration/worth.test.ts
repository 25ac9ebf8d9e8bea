import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish } from '../../core/domain/report/publish.ts';
import { reportWords } from '../../core/domain/report/report-words.ts';
import { nl } from '../../renderer/words/nl/administration.ts';
import { addBranch, setMunicipality } from '../../server/organisations/libraries.ts';
import { closeMonths } from '../../server/reports/close-months.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { violationsOf } from '../builders/violations-of.ts';
import { aMonth, BRANCHES, times } from '../core/domain/report/a-month.ts';
import { judgePage } from './judge-page.ts';
import { NARROW, type OpenOptions, type OwnBrowser, startBrowser } from './own-browser.ts';
import { picture } from './picture.ts';
import { visitAs } from './sign-in-as.ts';

let server: OwnServer;
let browser: OwnBrowser;
const words = reportWords('nl');

/** Two months, as desks count them, and one between them in which nobody asked. */
async function fill(): Promise<void> {
  for (const { id, name, municipality } of BRANCHES) {
    await addBranch(server.store, 'delft', id, name);
    if (municipality !== null) await setMunicipality(server.store, 'delft', id, municipality);
  }
  const device = (await server.approved()).id();
  for (const [month, more] of [
    ['2026-08', 0],
    ['2026-10', 25],
  ] as const) {
    const asked = BRANCHES.flatMap(({ id }) => [
      ...times(60 + more, id, { organization: 'duo' }),
      ...times(40, id, {
        place: 'computers',
        organization: 'gemeente',
        category: 'course',
        channel: 'phone',
        outcome: 'referred',
      }),
      ...times(30, id, { category: 'information', channel: 'course', outcome: 'helped', nth: 2 }),
      ...times(20, id, { category: 'referral', channel: 'walk-in', outcome: 'comes-back', language: 'ar' }),
      ...times(15, id, { category: 'taking-part', channel: 'appointment', outcome: 'could-not' }),
    ]);
    await server.store.db
      .insertInto('questions')
      .values(
        asked.map(({ branch, question }) => ({
          ...{ device, id: randomUUID(), library: 'delft', branch, month, revision: 1 },
          ...{ logged: `${month}-20T14`, received_at: `${month}-20T14:05:00.000Z` },
          body: JSON.stringify(question),
        })),
      )
      .execute();
    // What a library counts in a month says that there is something to tell of.
    await server.store.db
      .insertInto('question_counts')
      .values(
        BRANCHES.map(({ id: branch }) => ({
          ...{ library: 'delft', month, branch, variable: 'category', value: 'digital-contact' },
          number: 60 + more,
        })),
      )
      .execute();
  }
  await server.store.db
    .insertInto('handovers')
    .values(
      Array.from({ length: 54 }, (_, index) => ({
        ...{
          id: randomUUID(),
          code: `${index}`,
          library: 'delft',
          branch: 'centrum',
          device,
          partner: 'wijkteam',
        },
        ...{
          given_at: '2026-10-12T10:00:00.000Z',
          month: '2026-10',
          sealed: null,
          sealed_state: 'none' as const,
        },
        ...{ sealed_until: '2026-10-26', open_until: '2026-12-11', said: 1 },
        state: index < 30 ? ('done' as const) : ('given' as const),
      })),
    )
    .execute();
  await closeMonths(server.store, new Date('2026-11-09T10:00:00Z'));
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startOwnServer(), startBrowser()]);
  await fill();
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const visit = (path: string, options: OpenOptions & { library?: string } = {}) =>
  visitAs({ server, browser }, 'reader', path, options);

describe('what the help was worth', () => {
  it('is told of a whole library, a municipality, a branch and a partner', async () => {
    const page = await visit('worth');
    const figure = (title: string) => page.getByRole('figure', { name: title, exact: true });
    await figure(words.variables.category).waitFor();
    await figure(words.variables.channel).waitFor();
    // Where it was, as the lists call it.
    const places = figure(words.variables.place);
    await places.getByRole('button').click();
    await expect.poll(() => places.getByRole('rowheader').allInnerTexts()).toContain('Bij de computers');
    await places.getByRole('button').click();
    await judgePage(page);
    await picture(page, 'worth');
    // On paper nobody opens anything: the tables are there.
    const [table, handle] = [
      figure(words.variables.category).getByRole('table'),
      figure(words.variables.category).getByRole('button'),
    ];
    expect([await table.isVisible(), await handle.isVisible()]).toEqual([false, true]);
    await page.emulateMedia({ media: 'print' });
    expect([await table.isVisible(), await handle.isVisible()]).toEqual([true, false]);
    await page.emulateMedia({ media: 'screen' });
    await page.getByLabel(nl.worth.of, { exact: true }).selectOption({ label: 'Voorbeeldstad' });
    await figure(words.place).getByRole('button').click();
    await expect.poll(() => figure(words.place).getByRole('cell').allInnerTexts()).toEqual(['190', '190']);
    await page.getByLabel(nl.worth.of, { exact: true }).selectOption({ label: 'Centrum' });
    await figure(words.variables.outcome).waitFor();
    // Of a branch less is told than of its municipality.
    expect(await figure(words.variables.channel).count()).toBe(0);
    await page.getByLabel(nl.worth.of, { exact: true }).selectOption({ label: 'DUO' });
    await figure(words.trend).getByRole('button').click();
    await expect
      .poll(() => figure(words.trend).getByRole('cell').allInnerTexts())
      .toEqual(['240', words.notShown, '340']);
    await judgePage(page);
    await picture(page, 'worth-partner');
    // A partner of which no question is told: how far the handovers are, as its report says, and no charts of nothing.
    expect(await figure(words.handovers).count()).toBe(0);
    await page.getByLabel(nl.worth.of, { exact: true }).selectOption({ label: 'wijkteam' });
    await figure(words.handovers).getByRole('button').click();
    const cells = () => figure(words.handovers).getByRole('cell').allInnerTexts();
    await expect.poll(cells).toEqual(expect.arrayContaining(['30', words.notShown]));
    expect(await figure(words.trend).count()).toBe(0);
    await judgePage(page);
    await picture(page, 'worth-partner-handovers');
  });

  it('is given for paper, as CSV and for Excel', async () => {
    const page = await visit('worth');
    await page.getByLabel(nl.worth.of, { exact: true }).selectOption({ label: 'Voorbeeldstad' });
    const address = async (name: string) =>
      `${server.addresses[0]}${await page.getByRole('link', { name, exact: true }).getAttribute('href')}`;
    const csv = await page.request.get(await address(nl.worth.csv));
    expect(csv.headers()['content-disposition']).toContain('"balie-2026-10-municipality-voorbeeldstad.csv"');
    expect(await csv.text()).toContain('Cursus;80;21%');
    const xlsx = await page.request.get(await address(nl.worth.xlsx));
    expect((await xlsx.body()).subarray(0, 2).toString()).toBe('PK');
    await page.goto(await address(nl.worth.html));
    await page.getByRole('heading', { name: 'Wat de hulp opleverde: oktober 2026' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await picture(page, 'worth-report');
  });

  it('is given to an operator too, of the library that was chosen', async () => {
    const page = await visitAs({ server, browser }, 'operator', 'worth');
    await page.locator('[data-library="delft"] button').click();
    const link = page.getByRole('link', { name: nl.worth.csv, exact: true });
    const csv = await page.request.get(`${server.addresses[0]}${await link.getAttribute('href')}`);
    expect(csv.headers()['content-disposition']).toContain(`"balie-2026-10-library-delft.csv"`);
    expect(await csv.text()).toContain('Cursus;160;21%');
  });

  it('is no more than what was published', async () => {
    const page = await visit('worth');
    const told = await page.request.get(`${server.addresses[0]}/api/v1/reports/2026-10`);
    const { publications } = await told.json();
    expect(publications.map(({ month }: { month: string }) => month)).toEqual(['2026-10', '2026-08']);
    expect(publications[0].totals).toEqual([760, 190, 380, 190, 190, 190, 190]);
    expect(Object.keys(publications[0]).sort()).toEqual(Object.keys(publish(aMonth([]))).sort());
  });

  it('is that of the own library, and reads on a narrow screen', async () => {
    const other = await visit('worth', { library: 'gouda' });
    await other.getByText(nl.worth.none, { exact: true }).waitFor();
    const page = await visit('worth', { size: NARROW });
    await page.getByRole('figure', { name: words.variables.category, exact: true }).waitFor();
    await judgePage(page);
    await picture(page, 'worth-narrow');
  });
});
