import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MOST_PARTNERS } from '../../core/contract/sync/handovers.ts';
import { en } from '../../renderer/words/en/administration.ts';
import { nl } from '../../renderer/words/nl/administration.ts';
import { addPartner, listPartners, removePartner } from '../../server/organisations/partners.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { violationsOf } from '../builders/violations-of.ts';
import { judgePage, settled } from './judge-page.ts';
import { NARROW, type OwnBrowser, startBrowser } from './own-browser.ts';
import { picture } from './picture.ts';
import { endSessions, signInThere, visitAs } from './sign-in-as.ts';

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
  await card('oud')
    .getByRole('button', { name: new RegExp(words.renew) })
    .click();
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

/** A handover with details, locked, which the partner did not fetch yet. */
async function lockOne(partner: string): Promise<void> {
  const device = (await server.approved('gouda')).id();
  const row = { id: randomUUID(), code: randomUUID(), library: 'gouda', branch: 'centrum', device, partner };
  const until = { sealed_until: dayFromNow(10), open_until: dayFromNow(50) };
  await server.store.db
    .insertInto('handovers')
    .values({
      ...{ ...row, ...until, given_at: new Date().toISOString(), month: dayFromNow(0).slice(0, 7) },
      ...{ state: 'given', said: 0, sealed: 'bG9ja2Vk', sealed_state: 'waiting' },
    })
    .execute();
}

it('adds a partner with what is needed to hand over, by keyboard alone, and takes it away', async () => {
  const page = await visitAs({ server, browser }, 'administrator', 'partners', { library: 'gouda' });
  const field = (name: keyof typeof words.field) => page.getByLabel(words.field[name], { exact: true });
  await page.getByRole('button', { name: words.add, exact: true }).press('Enter');
  const save = () => page.getByRole('button', { name: words.make, exact: true }).press('Enter');
  const refused = async (name: keyof typeof words.field, text: string) => {
    await save();
    await page.getByText(text, { exact: true }).waitFor();
    expect(await field(name).evaluate((each) => each === document.activeElement)).toBe(true);
  };
  await refused('name', words.noName);
  await page.keyboard.type('Wijkteam <b>Zuid</b>');
  await field('phone').fill('bel maar');
  await refused('phone', words.noPhone);
  await field('phone').fill('0182 00 00 00');
  await field('email').fill('wijkteam');
  await refused('email', words.noEmail);
  await field('email').fill('zuid@wijkteam.example');
  await field('website').fill('javascript:alert(1)');
  await refused('website', words.noSite);
  await field('website').fill('https://wijkteam.example/zuid');
  await field('review_by').fill(dayFromNow(-1));
  await refused('review_by', words.noDay);
  await field('review_by').fill(dayFromNow(200));
  await page.getByLabel(words.detail.phone, { exact: true }).press('Space');
  await refused('recipient', words.needsKey);
  await field('recipient').fill(RECIPIENT.replace('ql3z', 'qz3l'));
  await refused('recipient', words.badKey);
  await judgePage(page);
  await picture(page, 'partner-new');
  await field('recipient').fill(RECIPIENT);
  await field('kind').selectOption('social-work');
  await field('contact').fill('Team wijk');
  // A key of a partner opens what is handed over: a browser that somebody left puts none there.
  const provedAt = (minutes: number) => {
    const at = new Date(Date.now() - minutes * 60_000).toISOString();
    return server.store.db
      .updateTable('sessions')
      .set({ made_at: at, proved_at: at })
      .where('library', '=', 'gouda')
      .execute();
  };
  await provedAt(6);
  await field('contact').press('Enter');
  await page.getByRole('heading', { name: nl.account.prove }).waitFor();
  await settled(page);
  expect(await violationsOf(page)).toEqual([]);
  await picture(page, 'partner-new-prove');
  await page.keyboard.press('Escape');
  await provedAt(0);
  await endSessions(server, page);
  await field('contact').press('Enter');
  await page.getByRole('alert').getByText(nl.failed.notSignedIn).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await picture(page, 'partner-new-signed-out');
  // In sight, however far down the form goes on: it was sent from a field far above.
  const [way, dialog] = await Promise.all([
    page.getByRole('link', { name: nl.failed.signInThere, exact: true }).boundingBox(),
    page.getByRole('dialog').boundingBox(),
  ]);
  const bottom = (box: typeof way) => (box?.y ?? 0) + (box?.height ?? 0);
  expect(bottom(way)).toBeLessThanOrEqual(bottom(dialog));
  await signInThere(server, page, 'administrator', 'gouda');
  // Somebody else has that id a moment before: what was typed stays, and goes in under the next one.
  const other = { id: 'wijkteam-b-zuid-b', name: 'Een ander', kind: 'other' as const };
  await addPartner(server.store, 'gouda', other);
  await field('contact').press('Enter');
  await page.getByText(nl.failed.taken, { exact: true }).waitFor();
  await judgePage(page);
  await picture(page, 'partner-new-refused');
  await page.locator(`[data-partner="${other.id}"]`).waitFor({ state: 'attached' });
  await field('contact').press('Enter');
  const name = 'Wijkteam <b>Zuid</b>';
  await page.getByRole('status').getByText(words.added.replace('{{name}}', name)).waitFor();
  await removePartner(server.store, 'gouda', other.id);
  expect(await listPartners(server.store, 'gouda', dayFromNow(0))).toEqual([
    {
      ...{ id: 'wijkteam-b-zuid-b-2', library: 'gouda', name, kind: 'social-work', contact: 'Team wijk' },
      ...{ phone: '0182 00 00 00', email: 'zuid@wijkteam.example', website: 'https://wijkteam.example/zuid' },
      ...{ recipient: RECIPIENT, asks: ['phone'], review_by: dayFromNow(200), agreement: 'good' },
    },
  ]);
  const askRemove = () =>
    page.getByRole('button', { name: words.removeOf.replace('{{name}}', name) }).click();
  await askRemove();
  await page.getByText(`${words.askRemove.text} ${words.waiting.none}`, { exact: true }).waitFor();
  await picture(page, 'partner-remove');
  await page.keyboard.press('Escape');
  // Whoever takes it away reads that details of visitors go with it, and not of how many.
  await lockOne('wijkteam-b-zuid-b-2');
  await page.reload();
  await askRemove();
  await page.getByText(`${words.askRemove.text} ${words.waiting.some}`, { exact: true }).waitFor();
  await judgePage(page);
  await picture(page, 'partner-remove-waiting');
  await page.getByRole('button', { name: words.askRemove.yes, exact: true }).click();
  await page.getByRole('status').getByText(words.removed.replace('{{name}}', name)).waitFor();
  expect(await listPartners(server.store, 'gouda', dayFromNow(0))).toEqual([]);
});

it('says that the list is full where a desk would be told of no more partners', async () => {
  const page = await visitAs({ server, browser }, 'administrator', 'partners', { library: 'gouda' });
  await page.getByRole('button', { name: words.add, exact: true }).click();
  await page.getByLabel(words.field.name, { exact: true }).fill('Taalhuis');
  for (let at = 0; at < MOST_PARTNERS; at++)
    await addPartner(server.store, 'gouda', { id: `p-${at}`, name: 'P', kind: 'other' });
  await page.getByRole('button', { name: words.make, exact: true }).click();
  await page.getByRole('alert').getByText(words.full, { exact: true }).waitFor();
  await judgePage(page);
  await picture(page, 'partner-new-full');
  // What was typed stays, and goes in where one was taken away meanwhile.
  await removePartner(server.store, 'gouda', 'p-0');
  await page.getByRole('button', { name: words.make, exact: true }).click();
  await page.getByRole('status').getByText(words.added.replace('{{name}}', 'Taalhuis')).waitFor();
  await server.store.db.deleteFrom('partners').where('library', '=', 'gouda').execute();
});

it.each([
  ['a telephone', NARROW],
  ['a tablet', { width: 768, height: 1024 }],
])('has room for what is filled in on %s', async (_, size) => {
  const page = await visitAs({ server, browser }, 'administrator', 'partners', { size, language: 'en' });
  await page.getByRole('button', { name: en.partners.add, exact: true }).click();
  await judgePage(page);
  await picture(page, `partner-new-${size.width}`);
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: new RegExp(en.partners.renew) })
    .first()
    .click();
  await judgePage(page);
  await picture(page, `partner-renew-${size.width}`);
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
