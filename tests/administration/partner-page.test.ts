// The page of a partner in a real browser: a telephone and a desk, with no account and no script.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SIGNATURE_HEADER } from '../../core/contract/sync/batch.ts';
import { HANDOVERS_KIND } from '../../core/contract/sync/kinds.ts';
import { makeHandoverCode, writeHandoverCode } from '../../core/domain/desk/handover-code.ts';
import { addPartner } from '../../server/organisations/partners.ts';
import { signDetached } from '../../trust/jws/detached-jws.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { aDataFolder } from '../builders/a-store.ts';
import { judgePage } from './judge-page.ts';
import { NARROW, type OwnBrowser, startBrowser } from './own-browser.ts';
import { picture } from './picture.ts';

let server: OwnServer;
let browser: OwnBrowser;
const code = makeHandoverCode(randomBytes);
let sealed = '';

beforeAll(async () => {
  [server, browser] = await Promise.all([startOwnServer(), startBrowser()]);
  const recipient = await identityToRecipient(await generateX25519Identity());
  await addPartner(server.store, 'delft', {
    ...{ id: 'wijkteam', name: 'Wijkteam (voorbeeld)', kind: 'social-work', recipient, asks: ['name'] },
  });
  const age = new Encrypter();
  age.addRecipient(recipient);
  sealed = Buffer.from(await age.encrypt('Naam: (verzonnen)\n')).toString('base64');
  const desk = await server.approved('delft');
  const hash = createHash('sha256').update(code).digest('hex');
  const handover = { id: randomUUID(), code: hash, partner: 'wijkteam', hoursAgo: 0, sealed, said: [] };
  const body = Buffer.from(
    JSON.stringify({ device: desk.id(), report: randomUUID(), handovers: [handover] }),
  );
  const headers = {
    'content-type': 'application/json',
    [SIGNATURE_HEADER]: signDetached(body, desk.key, desk.id(), HANDOVERS_KIND),
  };
  const told = await fetch(`${server.addresses[0]}/api/v1/handovers`, { method: 'POST', headers, body });
  expect(told.status).toBe(200);
});
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

it('takes a code on a telephone, gives the file, for some minutes once more, and says to the library how it goes', async () => {
  const page = await browser.open({ size: NARROW });
  await page.goto(`${server.addresses[0]}/overdracht`);
  await judgePage(page);
  await picture(page, 'partner-code');
  const type = async (text: string) => {
    await page.getByRole('textbox', { name: 'Code van het briefje' }).fill(text);
    await page.keyboard.press('Enter');
  };
  await type('7k2');
  await page.getByText('Er zit een foutje in de code').waitFor();
  await judgePage(page);
  await picture(page, 'partner-slip-of-the-pen');
  await type(writeHandoverCode(code).toLowerCase());
  await page.getByRole('heading', { level: 1, name: 'Overdracht aan Wijkteam (voorbeeld)' }).waitFor();
  await judgePage(page);
  await picture(page, 'partner-handover');
  expect(page.url()).toBe(`${server.addresses[0]}/overdracht`);

  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), press('Haal het bestand op')]);
  expect(download.suggestedFilename()).toBe(`${writeHandoverCode(code)}.age`);
  const got = join(aDataFolder(), 'handover.age');
  await download.saveAs(got);
  expect(readFileSync(got).toString('base64')).toBe(sealed);
  await press('Wij nemen dit over');
  await page.getByText('U neemt het over.').waitFor();
  await page.getByText('Is het niet goed aangekomen?').waitFor();
  await judgePage(page);
  await picture(page, 'partner-fetched');
  const [again] = await Promise.all([page.waitForEvent('download'), press('Haal het bestand op')]);
  await again.saveAs(got);
  expect(readFileSync(got).toString('base64')).toBe(sealed);
  await press('Klaar, wij hebben geholpen');
  await page.getByText('U hoeft niets meer te doen.').waitFor();
  await page.getByText('Hier is het gewist').waitFor();
  await judgePage(page);
  await picture(page, 'partner-done');
});

it('speaks English to who reads it, and is as good on a wide screen', async () => {
  const page = await browser.open({ language: 'en' });
  await page.goto(`${server.addresses[0]}/overdracht`);
  await page.getByRole('heading', { level: 1, name: 'Somebody comes to you from the library' }).waitFor();
  await judgePage(page);
  await page.getByRole('textbox', { name: 'Code on the slip' }).fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('It is done. You helped.').waitFor();
  await page.getByRole('link', { name: 'Nederlands' }).click();
  await page.getByRole('heading', { level: 1, name: 'Iemand komt van de bibliotheek naar u toe' }).waitFor();
});
