import { TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nl } from '../../renderer/words/nl/administration.ts';
import { addAccount } from '../../server/accounts/invitations.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { violationsOf } from '../builders/violations-of.ts';
import { judgePage } from './judge-page.ts';
import { NARROW, type OwnBrowser, startBrowser } from './own-browser.ts';
import { picture } from './picture.ts';
import { endSessions, visitAs } from './sign-in-as.ts';

const PASSWORD = 'zeven blauwe fietsen in de regen';

let server: OwnServer;
let browser: OwnBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startOwnServer(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

/** The address by which passkeys know this computer. */
const address = () => server.addresses[0].replace('127.0.0.1', 'localhost');

async function invited(name: string): Promise<string> {
  const account = { library: 'delft', role: 'administrator', name } as const;
  const made = await addAccount(server.store, account, { library: 'delft' }, new Date());
  return `${address()}/administration/invitation#${made?.token}`;
}

it('shows who is not signed in the way in, whatever was asked for', async () => {
  const page = await browser.open();
  await page.goto(`${address()}/administration/devices`);
  await page.getByRole('button', { name: nl.signIn.enter, exact: true }).waitFor();
  await judgePage(page);
  await picture(page, 'sign-in');
});

it('begins an account with a password and a code, signs out, and in again', async () => {
  const page = await browser.open();
  await page.goto(await invited('Hoofd balie'));
  await page.getByLabel(nl.invitation.password).waitFor();
  await judgePage(page);
  await picture(page, 'invitation');
  await page.getByLabel(nl.invitation.password).fill('kort');
  await page.getByLabel(nl.invitation.code).fill('000000');
  await page.getByRole('button', { name: nl.invitation.begin, exact: true }).click();
  await page.getByRole('alert').getByText(nl.invitation.weak).waitFor();
  const text = String(await page.getByText(/vul de letters in/).textContent());
  const totp = new TOTP({ secret: text.split(': ')[1]?.trim() ?? '' });
  await page.getByLabel(nl.invitation.password).fill(PASSWORD);
  await page.getByLabel(nl.invitation.code).fill(totp.generate());
  await page.getByRole('button', { name: nl.invitation.begin, exact: true }).click();
  await page.locator('[data-codes]').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await picture(page, 'recovery-codes');
  await page.getByRole('button', { name: nl.invitation.saved }).click();
  await page.getByRole('heading', { level: 1, name: nl.devices.title }).waitFor();
  await page.getByRole('button', { name: nl.signOut }).click();
  await page.getByLabel(nl.signIn.name).waitFor();
  const sign = async (password: string) => {
    await page.getByLabel(nl.signIn.library, { exact: true }).fill('delft');
    await page.getByLabel(nl.signIn.name).fill('Hoofd balie');
    await page.getByLabel(nl.signIn.password).fill(password);
    // The next one: each counts once. Either is good in the half minute after its own, however slow the machine is.
    await page
      .getByLabel(nl.signIn.code, { exact: true })
      .fill(totp.generate({ timestamp: Date.now() + 30_000 }));
    await page.getByRole('button', { name: nl.signIn.enter, exact: true }).click();
  };
  await sign('een ander wachtwoord van mij');
  await page.getByRole('alert').getByText(nl.signIn.wrong).waitFor();
  await judgePage(page);
  await sign(PASSWORD);
  await page.getByRole('heading', { level: 1, name: nl.devices.title }).waitFor();
});

it('says that signing out did not work, and stays until it did', async () => {
  const page = await visitAs({ server, browser }, 'administrator', 'devices');
  const button = page.getByRole('button', { name: nl.signOut });
  const isOut = () => page.getByLabel(nl.signIn.name).isVisible();
  let answer: 'none' | 'out of order' | 'its own' = 'none';
  await page.route('**/api/v1/session', (route) => {
    if (route.request().method() !== 'DELETE' || answer === 'its own') return route.continue();
    return answer === 'none'
      ? route.abort()
      : route.fulfill({ status: 503, json: { why: 'unavailable', message: '' } });
  });
  for (const [way, words] of [
    ['none', nl.failed.offline],
    ['out of order', nl.failed.unavailable],
  ] as const) {
    answer = way;
    await button.click();
    const told = page.getByRole('alert').filter({ hasText: words });
    await told.getByText(nl.signOutFailed.title).waitFor();
    expect(await isOut()).toBe(false);
  }
  await judgePage(page);
  await picture(page, 'not-signed-out');
  await page.setViewportSize(NARROW);
  await judgePage(page);
  await picture(page, 'not-signed-out-narrow');
  answer = 'its own';
  await button.click();
  await page.getByLabel(nl.signIn.name).waitFor();
});

it('goes to the way in when somebody who was signed out elsewhere signs out', async () => {
  const page = await visitAs({ server, browser }, 'reader', '');
  await page.getByRole('button', { name: nl.signOut }).waitFor();
  await endSessions(server, page);
  await page.getByRole('button', { name: nl.signOut }).click();
  await page.getByLabel(nl.signIn.name).waitFor();
});

it('begins an account with a passkey, and signs in with it', async () => {
  const page = await browser.open();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  await page.goto(await invited('Beheer'));
  await page.getByRole('button', { name: nl.invitation.passkey }).click();
  await page.getByRole('heading', { level: 1, name: nl.devices.title }).waitFor();
  await page.getByRole('button', { name: nl.signOut }).click();
  await page.getByRole('button', { name: nl.signIn.passkey }).click();
  await page.getByRole('heading', { level: 1, name: nl.devices.title }).waitFor();
});

it('says that an invitation was used, and whom to ask', async () => {
  const page = await browser.open({ size: NARROW });
  await page.goto(`${address()}/administration/invitation#${'a'.repeat(43)}`);
  await page.getByRole('heading', { level: 1, name: nl.invitation.gone }).waitFor();
  await judgePage(page);
});

it('shows an administrator what was done, and nobody else', async () => {
  const page = await visitAs({ server, browser }, 'administrator', 'audit');
  await page.locator('[data-act="account-started"]').first().waitFor();
  await judgePage(page);
  await picture(page, 'audit');
  const other = await visitAs({ server, browser }, 'reader', 'audit', { size: NARROW });
  await other.getByRole('heading', { level: 1, name: nl.notThere.title }).waitFor();
  await judgePage(other);
});
