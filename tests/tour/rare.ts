import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Service } from '../../core/domain/directory/service.ts';
import { ar } from '../../renderer/words/ar/screens.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { anAttribute, aSchedule, aService } from '../builders/a-service.ts';
import { type Chosen, choose } from '../journeys/displays.ts';
import { failCall } from '../journeys/hold-call.ts';
import { type Kiosk, launchKiosk } from '../journeys/launch-kiosk.ts';
import { ownDirectory } from '../journeys/own-directory.ts';
import { tellPage } from '../journeys/tell-page.ts';
import { answer, begin, heading, starting, touch } from '../journeys/walk-through.ts';
import { picture } from './picture.ts';

const DISPLAYS: readonly (readonly [name: string, chosen: Chosen])[] = [
  ['usual', {}],
  ['larger', { text: 200 }],
  ['dark-contrast', { dark: true, contrast: true }],
];

/**
 * A place that is written to and a talk by telephone, prices with conditions, numbers with languages, a language on one day, a number of a
 * department, days of which nothing is known.
 */
const FULL: Service = aService({
  id: 'vol',
  name: 'Alles wat zelden voorkomt',
  attributes: [anAttribute('topic', 'ontmoeten'), anAttribute('mark', 'fictional')],
  schedules: [
    aSchedule({ id: 'zomer', valid_from: '2026-06-01', valid_to: '2026-08-31' }),
    aSchedule({ id: 'deel', byday: 'TU,TH', opens_at: '13:30', closes_at: '17:00' }),
  ],
  cost_options: [
    { id: 'met-pas', option: 'Met de stadspas', amount: 0 },
    { id: 'zonder-pas', option: 'Zonder stadspas', amount: 4.5, currency: 'EUR' },
    { id: 'op-aanvraag', amount_description: 'Lukt betalen niet? Vraag naar het fonds.' },
  ],
  phones: [
    { id: 'gewoon', number: '099 000 02 01', description: 'Elke werkdag' },
    {
      id: 'arabisch',
      number: '099 000 02 02',
      languages: [
        { id: 'arabisch-ar', code: 'ar' },
        { id: 'arabisch-tr', code: 'tr' },
      ],
    },
  ],
  languages: [
    { id: 'vol-nl', code: 'nl' },
    { id: 'vol-uk', code: 'uk', note: 'Alleen op dinsdagmiddag' },
  ],
  required_documents: [
    { id: 'pas', document: 'Uw paspoort of een ander bewijs' },
    { id: 'formulier', document: 'Het formulier', uri: 'https://formulieren.voorbeeld.example/vol.pdf' },
  ],
  service_at_locations: [
    {
      id: 'vol-bellen',
      description: 'Liever niet hierheen komen? Bel dan in het spreekuur.',
      contacts: [
        {
          ...{ id: 'loket', department: 'Loket Meedoen', email: 'meedoen@voorbeeld.example' },
          phones: [{ id: 'loket-1', number: '099 000 02 03' }],
        },
      ],
    },
    {
      id: 'vol-post',
      location: {
        id: 'post',
        location_type: 'postal',
        name: 'Postbus',
        addresses: [{ id: 'post-adres', address_1: 'Postbus 12', postal_code: '0123 AC', city: 'Waterrijk' }],
      },
    },
    ...(aService().service_at_locations ?? []).map((at) => ({
      ...at,
      location: {
        ...{ id: 'huis', location_type: 'physical' as const },
        ...at.location,
        languages: [{ id: 'huis-ar', code: 'ar', note: 'Vraag naar de gastvrouw' }],
      },
    })),
  ],
});

/** What visitors seldom see: an answer that cannot be, where amounts come from, a page that fails, and right to left. */
export async function rareTour(): Promise<void> {
  const kiosk = await launchKiosk({ idleSeconds: 600 });
  for (const [name, chosen] of DISPLAYS) {
    const page = kiosk.page();
    await choose(page, chosen);
    await begin(page);
    await wrongNumber(page, name);
    await sources(page, name);
    await nothingFound(page, name);
    await deskCannotCome(kiosk, name);
    await failing(kiosk, name);
    await kiosk.nextVisit(() => touch(kiosk.page(), nl.bar.stop));
  }
  await kiosk.close();
  await rightToLeft();
  await fullService();
  await noContent();
}

/** An age that nobody has. */
async function wrongNumber(page: Page, name: string): Promise<void> {
  await starting(page, 'Geld en toeslagen').click();
  await starting(page, 'Huurtoeslag').first().click();
  await page.locator('[data-answer]').first().waitFor();
  await answer(page, 1);
  for (const digit of '355') await touch(page, digit);
  await page.getByRole('alert').waitFor();
  await picture(page, `${name}-number-that-cannot-be`);
  await home(page);
}

/** The foot of an article with amounts. */
async function sources(page: Page, name: string): Promise<void> {
  await starting(page, 'Geld en toeslagen').click();
  await starting(page, 'Huurtoeslag: geld').click();
  await page.locator('article').waitFor();
  await page
    .getByText(nl.outcome.source.split('{{')[0] ?? '')
    .last()
    .scrollIntoViewIfNeeded();
  await picture(page, `${name}-sources`);
  await home(page);
}

async function nothingFound(page: Page, name: string): Promise<void> {
  await touch(page, nl.search.button);
  await page.getByRole('textbox').fill('xqzzvwk');
  await page.getByText(nl.search.nothing, { exact: true }).waitFor();
  await touch(page, nl.keyboard.done);
  await picture(page, `${name}-nothing-found`);
  await home(page);
}

/** The desk was asked and nobody can come: in the bar while the visitor reads on, and on the screen of the desk. */
async function deskCannotCome(kiosk: Kiosk, name: string): Promise<void> {
  const page = kiosk.page();
  const silent = await failCall(kiosk.app, 'help:line');
  await tellPage(kiosk, 'help:told', { kind: 'walk' });
  await page.getByRole('button', { name: nl.help.walk, exact: true }).waitFor();
  await picture(page, `${name}-bar-says-walk`);
  await touch(page, nl.help.walk);
  await page.getByText(nl.help.late, { exact: true }).waitFor();
  await picture(page, `${name}-desk-cannot-come`);
  await silent.stop();
  await tellPage(kiosk, 'help:told', { kind: 'no-desk' });
  await home(page);
}

async function failing(kiosk: Kiosk, name: string): Promise<void> {
  const page = kiosk.page();
  const failed = await failCall(kiosk.app, 'content:topic');
  await starting(page, 'Geld en toeslagen').click();
  await heading(page, nl.failed.title).waitFor();
  await picture(page, `${name}-failed`);
  await failed.stop();
}

async function home(page: Page): Promise<void> {
  await touch(page, nl.bar.home);
  await heading(page, nl.home.title).waitFor();
}

/** What is typed and what is found, and the hours of a place. */
async function rightToLeft(): Promise<void> {
  const kiosk = await launchKiosk({ language: 'ar', idleSeconds: 600 });
  const page = kiosk.page();
  await begin(page, ar);
  await touch(page, ar.search.button);
  await page.getByRole('textbox').fill('huurtoeslag');
  await page.locator('main mark').first().waitFor();
  await picture(page, 'right-to-left-found');
  await touch(page, ar.bar.home);
  await heading(page, ar.home.title).waitFor();
  await page.locator('li[data-tint=money] button').click();
  await page.locator('[data-near]').click();
  await page
    .locator('[data-service]')
    .filter({ has: page.locator('[data-opening]') })
    .first()
    .click();
  await page.locator('table').first().scrollIntoViewIfNeeded();
  await picture(page, 'right-to-left-hours');
  await kiosk.close();
}

/** A service with a line of every sort, from its head to its foot. */
async function fullService(): Promise<void> {
  const own = ownDirectory([FULL]);
  const kiosk = await launchKiosk({ dataDir: own.dataDir, idleSeconds: 600 });
  try {
    const page = kiosk.page();
    await begin(page);
    await touch(page, nl.search.button);
    await page.getByRole('textbox').fill('zelden voorkomt');
    await page.locator('main mark').first().waitFor();
    await touch(page, nl.keyboard.done);
    await starting(page, FULL.name).click();
    await heading(page, FULL.name).waitFor();
    await picture(page, 'service-with-all');
    await page.locator('table').first().scrollIntoViewIfNeeded();
    await picture(page, 'service-with-all-hours');
    await page.getByRole('img', { name: nl.takeAlong.code }).scrollIntoViewIfNeeded();
    await picture(page, 'service-with-all-foot');
    await touch(page, nl.takeAlong.open);
    await page.getByRole('button', { name: nl.takeAlong.larger, exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await picture(page, 'service-with-all-slip');
  } finally {
    await kiosk.close();
    own.remove();
  }
}

/** A screen that has nothing to show, and what it tells staff. */
async function noContent(): Promise<void> {
  const packsDir = mkdtempSync(join(tmpdir(), 'balie-test-'));
  mkdirSync(join(packsDir, 'pakket'));
  writeFileSync(join(packsDir, 'pakket', 'pack.yaml'), 'no: pack');
  const kiosk = await launchKiosk({ packsDir, idleSeconds: 600 });
  try {
    for (const [name, chosen] of DISPLAYS) {
      const page = kiosk.page();
      await choose(page, chosen);
      await touch(page, nl.attract.start);
      await heading(page, nl.trouble.noContent).waitFor();
      await picture(page, `${name}-no-content`);
      await touch(page, nl.trouble.staff);
      await page.getByRole('dialog').waitFor();
      await picture(page, `${name}-told-to-staff`);
      await touch(page, nl.trouble.close);
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await kiosk.nextVisit(() => touch(page, nl.bar.stop));
    }
  } finally {
    await kiosk.close();
    rmSync(packsDir, { recursive: true, force: true });
  }
}
