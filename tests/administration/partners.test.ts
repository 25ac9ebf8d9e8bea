import { afterAll, beforeAll, expect, it } from 'vitest';
import { nl } from '../../renderer/words/nl/administration.ts';
import { addPartner, listPartners } from '../../server/organisations/partners.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { judgePage } from './judge-page.ts';
import { NARROW, type OwnBrowser, startBrowser } from './own-browser.ts';
import { picture } from './picture.ts';
import { visitAs } from './sign-in-as.ts';

let server: OwnServer;
let browser: OwnBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startOwnServer(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const words = nl.partners;
const DAY_MS = 86_400_000;
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const RECIPIENT = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

it('warns of an agreement that ran out or is about to, says how to remind the partner, and renews it', async () => {
  const page = await visitAs({ server, browser }, 'administrator', 'partners');
  await page.getByText(words.none, { exact: true }).waitFor();
  await judgePage(page);
  const partner = { kind: 'debt-help' as const, contact: 'Team wijk', phone: '015 000 00 00' };
  const email = 'wijkteam@partner.example';
  for (const [id, name, more] of [
    [
      'oud',
      'Wijkteam <b>Oost</b>',
      { email, review_by: dayFromNow(-40), asks: ['phone'], recipient: RECIPIENT },
    ],
    ['bijna', 'Taalhuis', { review_by: dayFromNow(20) }],
    ['goed', 'Gemeente', { review_by: dayFromNow(300), website: 'https://www.gemeente.example/balie' }],
    ['zonder', 'Rechtswinkel', {}],
  ] as const)
    await addPartner(server.store, 'delft', {
      ...{ id, name, ...partner },
      ...{ ...more, ...('asks' in more ? { asks: [...more.asks] } : {}) },
    } as Parameters<typeof addPartner>[2]);
  await page.reload();
  const card = (id: string) => page.locator(`[data-partner="${id}"]`);
  await card('oud').getByText(words.due.stale, { exact: true }).waitFor();
  await card('bijna').getByText(words.due.soon, { exact: true }).waitFor();
  // What asks for somebody stands first.
  expect(
    await page.locator('[data-partner]').evaluateAll((all) => all.map((each) => each.dataset['agreement'])),
  ).toEqual(['stale', 'soon', 'none', 'good']);
  for (const fine of ['goed', 'zonder'])
    expect(
      await card(fine)
        .getByText(/loopt|verlopen/)
        .count(),
    ).toBe(0);
  // The mail is written, and only to be sent; a partner without an address has none.
  const mail = new URL(String(await card('oud').getByRole('link').getAttribute('href')));
  expect([mail.protocol, decodeURIComponent(mail.pathname)]).toEqual(['mailto:', email]);
  expect(mail.searchParams.get('subject')).toContain('delft');
  expect(await card('bijna').getByRole('link').count()).toBe(0);
  await judgePage(page);
  await picture(page, 'partners');

  const before = await listPartners(server.store, 'delft', dayFromNow(0));
  await card('oud').getByRole('button').click();
  const until = page.getByLabel(words.until);
  for (const wrong of ['', dayFromNow(-1)]) {
    await until.fill(wrong);
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText(words.noDay, { exact: true }).waitFor();
  }
  await judgePage(page);
  await picture(page, 'partner-renew');
  await until.fill(dayFromNow(365));
  await page.getByRole('button', { name: words.save, exact: true }).click();
  await page
    .getByRole('status')
    .getByText(/Wijkteam <b>Oost<\/b> geldt nu tot en met/)
    .waitFor();
  await page.locator('[data-partner="oud"][data-agreement="good"]').waitFor();
  // Nothing else of it changed.
  const after = await listPartners(server.store, 'delft', dayFromNow(0));
  expect(after).toEqual(
    before.map((each) =>
      each.id === 'oud' ? { ...each, review_by: dayFromNow(365), agreement: 'good' } : each,
    ),
  );
});

it('is for administrators of the library, on a telephone too', async () => {
  const page = await visitAs({ server, browser }, 'administrator', 'partners', { size: NARROW });
  await page.locator('[data-partner]').first().waitFor();
  await judgePage(page);
  await picture(page, 'partners-narrow');
  const editor = await visitAs({ server, browser }, 'editor', 'partners');
  await editor.getByRole('heading', { name: nl.notThere.title }).waitFor();
  const theirs = await visitAs({ server, browser }, 'administrator', 'partners', { library: 'gouda' });
  await theirs.getByText(words.none, { exact: true }).waitFor();
});
