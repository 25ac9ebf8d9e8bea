// Drives the main job in the real app by itself and leaves a numbered picture of every screen; with names of parts as
// arguments, of those only.
import type { Page } from 'playwright';
import { LAYOUTS } from '../../renderer/ui/keyboard/layouts.ts';
import { ar } from '../../renderer/words/ar/screens.ts';
import { en } from '../../renderer/words/en/screens.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { type Chosen, choose, openDisplay } from '../journeys/displays.ts';
import { directory, toOutcome } from '../journeys/every-screen.ts';
import { setup as fillTemplate } from '../journeys/fill-template.ts';
import { launchKiosk } from '../journeys/launch-kiosk.ts';
import { type OwnCups, startOwnCups } from '../journeys/own-cups.ts';
import { toTakeAlong } from '../journeys/to-take-along.ts';
import { answer, begin, starting, touch } from '../journeys/walk-through.ts';
import { adminTour } from './admin.ts';
import { deskTour } from './desk.ts';
import { directoryTour } from './directory.ts';
import { helpTour } from './help.ts';
import { picture, shape } from './picture.ts';
import { rareTour } from './rare.ts';

/** The main job, and taking along what came of it. */
async function dutch(cups: OwnCups): Promise<void> {
  const kiosk = await launchKiosk({ env: cups.env });
  const page = kiosk.page();
  await picture(page, 'attract');
  await begin(page);
  await picture(page, 'home');
  await touch(page, nl.search.button);
  await picture(page, 'search');
  for (const sign of 'huis') await touch(page, sign);
  await touch(page, nl.keyboard.accents);
  await touch(page, 'e');
  await picture(page, 'search-accents');
  await touch(page, 'ë');
  for (const { name, language } of LAYOUTS) {
    await touch(page, nl.keyboard.layouts);
    if (language === 'nl') await picture(page, 'search-keyboards');
    await touch(page, name);
    if (language !== 'nl') await picture(page, `search-keyboard-${language}`);
  }
  await touch(page, nl.keyboard.signs);
  await picture(page, 'search-digits');
  await touch(page, nl.keyboard.done);
  await picture(page, 'search-typed');
  await touch(page, nl.bar.home);
  await touch(page, nl.speech.read);
  await page.locator('h1[data-spoken]').waitFor();
  await picture(page, 'read-aloud');
  await touch(page, nl.speech.stop);
  await starting(page, 'Geld en toeslagen').click();
  await picture(page, 'topic-money');
  await starting(page, 'Huurtoeslag').first().click();
  await picture(page, 'question-choice');
  await touch(page, nl.flow.why);
  await picture(page, 'why-we-ask');
  await touch(page, nl.flow.understood);
  await answer(page, 1);
  for (let step = 0; step < 6 && (await page.locator('[data-verdict]').count()) === 0; step++) {
    await picture(page, `question-${step + 2}`);
    if ((await page.getByRole('group', { name: nl.flow.digits }).count()) > 0) {
      for (const digit of step === 0 ? '35' : '650') await touch(page, digit);
      await picture(page, `question-${step + 2}-filled`);
      await touch(page, nl.flow.next);
    } else await answer(page, 1);
  }
  await picture(page, 'outcome');
  await takeAlong(page, cups);
  await touch(page, nl.bar.desk);
  await picture(page, 'ask-the-desk');
  await touch(page, nl.bar.home);
  await starting(page, 'Computer en DigiD').click();
  await picture(page, 'topic-digital');
  await starting(page, 'DigiD aanvragen').last().click();
  await picture(page, 'article');
  await touch(page, nl.bar.home);
  await starting(page, 'Geld en toeslagen').click();
  await starting(page, 'AOW').first().click();
  for (let step = 0; step < 6 && (await page.getByText(nl.flow.day, { exact: true }).count()) === 0; step++)
    await answer(page, 1);
  if ((await page.getByText(nl.flow.day, { exact: true }).count()) > 0) {
    for (const digit of '5111960') await touch(page, digit);
    await picture(page, 'question-date');
  }
  await touch(page, nl.bar.home);
  await starting(page, 'Geld en toeslagen').click();
  await starting(page, 'Welke toeslag').first().click();
  for (let step = 0; step < 6 && (await page.locator('[data-answer][aria-pressed]').count()) === 0; step++) {
    if ((await page.getByRole('group', { name: nl.flow.digits }).count()) > 0) {
      for (const digit of '35') await touch(page, digit);
      await touch(page, nl.flow.next);
    } else await answer(page, 1);
  }
  if ((await page.locator('[data-answer][aria-pressed]').count()) > 0) {
    await page.locator('[data-answer]').nth(1).click();
    await picture(page, 'question-several');
  }
  await touch(page, nl.bar.home);
  await directory(page, nl, (screen) => picture(page, screen));
  await kiosk.close();
}

/** Every way of taking along, and what it says when printing does not work. */
async function takeAlong(page: Page, cups: OwnCups): Promise<void> {
  await toTakeAlong(page);
  await picture(page, 'take-along');
  for (const [way, name] of [
    [nl.takeAlong.phone, 'take-along-phone'],
    [nl.takeAlong.larger, 'take-along-larger'],
  ] as const) {
    await touch(page, way);
    await page.getByRole('dialog').waitFor();
    await picture(page, name);
    await touch(page, nl.takeAlong.close);
  }
  cups.breakPrinters('slow');
  await touch(page, nl.takeAlong.a4);
  await page.getByRole('heading', { name: nl.takeAlong.printing }).waitFor();
  await picture(page, 'printing');
  cups.breakPrinters('none');
  await page.getByRole('heading', { name: nl.takeAlong.printed }).waitFor();
  await picture(page, 'printed');
  await page.getByRole('dialog').getByRole('button', { name: nl.takeAlong.close }).last().click();
  cups.breakPrinters('empty');
  await touch(page, nl.takeAlong.a4);
  await page.getByRole('heading', { name: nl.takeAlong.results['paper-out'] }).waitFor();
  await picture(page, 'paper-out');
  await touch(page, nl.takeAlong.close);
  cups.breakPrinters('none');
  await touch(page, nl.bar.back);
}

async function english(): Promise<void> {
  const kiosk = await launchKiosk({ language: 'nl', idleSeconds: 8 });
  const page = kiosk.page();
  await touch(page, en.languageName);
  await page.getByRole('heading', { level: 1, name: en.home.title }).waitFor();
  await picture(page, 'home-english');
  await page.getByRole('button', { name: en.language.button.replace('{{name}}', en.languageName) }).click();
  await picture(page, 'languages');
  await touch(page, en.language.close);
  await starting(page, 'Work').click();
  await starting(page, 'I lost my job').first().click();
  await picture(page, 'question-english');
  await page.getByRole('heading', { name: en.idle.title }).waitFor();
  await picture(page, 'idle-warning');
  const next = await kiosk.nextVisit(async () => undefined);
  await picture(next, 'afterwards');
  await kiosk.close();
}

/** Right to left, and content that falls back on Dutch. */
async function arabic(): Promise<void> {
  // With no printer: the telephone is the way then.
  const kiosk = await launchKiosk({ language: 'ar', env: { CUPS_SERVER: '/nowhere' } });
  const page = kiosk.page();
  await picture(page, 'attract-right-to-left');
  await begin(page, ar);
  await picture(page, 'home-right-to-left');
  await touch(page, ar.search.button);
  for (const sign of 'بيت كبير') await touch(page, sign === ' ' ? ar.keyboard.space : sign);
  await picture(page, 'search-right-to-left');
  await touch(page, ar.bar.home);
  await page.locator('li[data-tint=care] button').click();
  await page.locator('section button').first().click();
  await picture(page, 'question-right-to-left');
  for (let step = 0; step < 8 && (await page.locator('[data-verdict]').count()) === 0; step++)
    await page.locator('[data-answer]').last().click();
  await page.getByRole('button', { name: ar.takeAlong.open }).click();
  await page.getByRole('button', { name: ar.takeAlong.phone }).waitFor();
  await picture(page, 'take-along-right-to-left');
  await kiosk.close();
}

/** What visitors can choose: the sheet, home, a question and an outcome in each. */
async function displays(): Promise<void> {
  const sets: readonly (readonly [name: string, chosen: Chosen])[] = [
    ['larger', { text: 200 }],
    ['contrast', { contrast: true }],
    ['dark', { dark: true }],
    ['dark-contrast', { dark: true, contrast: true }],
    ...(shape === 'portrait' ? ([['low', { low: true }]] as const) : []),
    ['left-hand', { leftHand: true }],
  ];
  const kiosk = await launchKiosk();
  for (const [name, chosen] of sets) {
    const page = kiosk.page();
    await choose(page, chosen);
    await picture(page, `${name}-attract`);
    await begin(page);
    await picture(page, `${name}-home`);
    await openDisplay(page);
    await picture(page, `${name}-sheet`);
    await touch(page, nl.display.close);
    await starting(page, 'Geld en toeslagen').click();
    await starting(page, 'Huurtoeslag').first().click();
    await page.locator('[data-answer]').first().waitFor();
    await picture(page, `${name}-question`);
    await toOutcome(page);
    await picture(page, `${name}-outcome`);
    await kiosk.nextVisit(() => touch(page, nl.bar.stop));
  }
  await kiosk.close();
}

async function main(): Promise<void> {
  const cups = await startOwnCups();
  try {
    cups.addQueue('Hal', 'a4');
    cups.addQueue('Bon', 'roll');
    await dutch(cups);
  } finally {
    await cups.remove();
  }
}

/** The parts of the tour, by the names that `npm run tour -- PART` takes. */
const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  main,
  english,
  arabic,
  displays,
  directory: directoryTour,
  rare: rareTour,
  admin: adminTour,
  help: helpTour,
  desk: deskTour,
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(PARTS, name));
if (unknown === undefined) {
  const removeTemplate = fillTemplate();
  try {
    for (const [name, take] of Object.entries(PARTS))
      if (wanted.length === 0 || wanted.includes(name)) await take();
  } finally {
    removeTemplate();
  }
} else {
  console.error(`The tour has no part "${unknown}". It has: ${Object.keys(PARTS).join(', ')}.`);
  process.exitCode = 2;
}
