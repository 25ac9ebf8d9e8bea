import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { ar } from '../../renderer/words/ar/screens.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { GOOD_FILES } from '../builders/a-source.ts';
import { type PackFiles, packFiles } from '../builders/pack-files.ts';
import { readCode } from '../builders/read-code.ts';
import { holdCall } from './hold-call.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { type OwnCups, startOwnCups } from './own-cups.ts';
import { type OwnPacks, ownPacks } from './own-packs.ts';
import { toOutcome, toTakeAlong } from './to-take-along.ts';
import { answer, atRest, begin, heading, starting, touch } from './walk-through.ts';

let cups: OwnCups;
let kiosk: Kiosk;
beforeAll(async () => {
  cups = await startOwnCups();
  cups.addQueue('Hal', 'a4');
  cups.addQueue('Bon', 'roll');
  kiosk = await launchKiosk({ idleSeconds: 600, env: cups.env });
  await begin(kiosk.page());
});
afterAll(async () => {
  await kiosk?.close();
  await cups?.remove();
});

const text = (pdf: string) => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
const squeezed = (said: string) => said.replaceAll(/\s+/g, ' ');
const solid = (said: string) => said.replaceAll(/[\s-]+/g, '');
function sizes(pdf: string): { pages: number; width: number; height: number } {
  const said = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(said) ?? [];
  const mm = (points: string | undefined) => (Number(points) * 25.4) / 72;
  return { pages: Number(/Pages:\s+(\d+)/.exec(said)?.[1]), width: mm(width), height: mm(height) };
}

async function printOn(page: Page, paper: 'a4' | 'receipt'): Promise<string> {
  await touch(page, nl.takeAlong[paper]);
  await page.getByRole('heading', { name: nl.takeAlong.printed }).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: nl.takeAlong.close }).last().click();
  const pdf = cups.printed().at(-1);
  if (pdf === undefined) throw new Error('No paper came out.');
  return pdf;
}

/** What a telephone reads from the screen. */
async function scanned(page: Page): Promise<string | undefined> {
  await atRest(page);
  return readCode(await page.getByRole('img').last().screenshot());
}

describe('an outcome', () => {
  let outcome = '';
  let steps: string[] = [];
  it('can be taken along', async () => {
    const page = kiosk.page();
    await toOutcome(page);
    outcome = (await page.locator('h1').textContent()) ?? '';
    steps = await page.locator('[data-verdict] ol h3').allTextContents();
    expect(steps.length).toBeGreaterThan(0);
    await toTakeAlong(page);
  });

  it('stands on the screen as it will on paper', async () => {
    const slip = kiosk
      .page()
      .locator('[lang]')
      .filter({ has: kiosk.page().locator('h2') });
    const said = (await slip.first().textContent()) ?? '';
    for (const part of [outcome, ...steps, nl.takeAlong.desk]) expect(said).toContain(part);
  });

  it('is printed on A4: the steps in their order, and none of the answers', async () => {
    const pdf = await printOn(kiosk.page(), 'a4');
    const said = squeezed(text(pdf));
    expect(said).toContain(outcome);
    const places = steps.map((step) => said.indexOf(step));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(said).toContain(nl.takeAlong.desk);
    expect(said).not.toContain(nl.flow.dontKnow);
    const { pages, width, height } = sizes(pdf);
    expect(pages).toBe(1);
    expect(width).toBeCloseTo(210, 0);
    expect(height).toBeCloseTo(297, 0);
  });

  it('is printed on a roll of 80 mm, on one page as long as what it says', async () => {
    const partitions = await kiosk.app.evaluateHandle(({ app }) => {
      const made = { count: 0 };
      app.on('session-created', () => made.count++);
      return made;
    });
    const pdf = await printOn(kiosk.page(), 'receipt');
    // The one of the print before is taken again: Chromium gives the memory of none back.
    expect(await partitions.evaluate(({ count }) => count)).toBe(0);
    // Narrow paper breaks words: what counts is that all letters are there.
    const said = solid(text(pdf));
    for (const part of [outcome, ...steps, nl.takeAlong.desk]) expect(said).toContain(solid(part));
    const { pages, width, height } = sizes(pdf);
    expect(pages).toBe(1);
    expect(width).toBeCloseTo(80, 0);
    expect(height).toBeGreaterThan(100);
    expect(height).toBeLessThan(400);
  });

  it('leaves nothing in the print system, nor in the folders of the kiosk', async () => {
    expect(cups.spooled()).toEqual([]);
    expect(cups.command('lpstat', '-W', 'all')).toBe('');
    expect(readdirSync(`${kiosk.dataDir}/print-jobs`)).toEqual([]);
    const written = readdirSync(kiosk.dataDir, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && !entry.name.startsWith('content.db'),
    );
    const holding = written.filter((entry) =>
      readFileSync(`${entry.parentPath}/${entry.name}`).includes(outcome),
    );
    expect(holding.map(({ name }) => name)).toEqual([]);
  });

  it('is in the code on the screen, and can be read from it without internet', async () => {
    const page = kiosk.page();
    await touch(page, nl.takeAlong.phone);
    const said = await scanned(page);
    expect(said?.startsWith(outcome)).toBe(true);
    for (const step of steps) expect(said).toContain(step);
  });

  it('has a code with the address too, when there is one', async () => {
    const page = kiosk.page();
    const site = /\{\{site\}\}/;
    await touch(page, new RegExp(nl.takeAlong.website.replace(site, '.+')));
    expect(await scanned(page)).toMatch(/^https:\/\/[\w.-]+/);
    await touch(page, nl.takeAlong.text);
    await touch(page, nl.takeAlong.close);
  });

  it('can be read larger', async () => {
    const page = kiosk.page();
    const size = () =>
      page
        .locator('h2')
        .filter({ hasText: outcome })
        .last()
        .evaluate((title) => Number.parseFloat(getComputedStyle(title).fontSize));
    const small = await size();
    await touch(page, nl.takeAlong.larger);
    await page.getByRole('dialog').waitFor();
    expect(await size()).toBeGreaterThan(small * 1.5);
    await touch(page, nl.takeAlong.close);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

/** Takes what stands on the screen along in every way, and looks for this text on each. */
async function everyWay(page: Page, title: string, part: string): Promise<void> {
  const before = cups.printed().length;
  const preview = await page.getByRole('region', { name: nl.takeAlong.preview }).textContent();
  for (const wanted of [title, part]) expect(solid(preview ?? '')).toContain(solid(wanted));
  for (const paper of ['a4', 'receipt'] as const) {
    const pdf = await printOn(page, paper);
    for (const wanted of [title, part]) expect(solid(text(pdf)), paper).toContain(solid(wanted));
    expect(sizes(pdf).width).toBeCloseTo(paper === 'a4' ? 210 : 80, 0);
  }
  expect(cups.printed().length).toBe(before + 2);
  expect(cups.spooled()).toEqual([]);
  await touch(page, nl.takeAlong.phone);
  expect((await scanned(page))?.startsWith(title)).toBe(true);
  await touch(page, nl.takeAlong.close);
  await touch(page, nl.takeAlong.larger);
  expect(solid((await page.getByRole('dialog').textContent()) ?? '')).toContain(solid(part));
  await touch(page, nl.takeAlong.close);
}

it('an article is taken along in every way: printed whole, on as many sheets as it needs', async () => {
  const page = kiosk.page();
  await touch(page, nl.bar.home);
  await starting(page, 'Computer en DigiD').click();
  await starting(page, 'DigiD aanvragen').last().click();
  await page.locator('article').waitFor();
  const title = (await page.locator('h1').textContent()) ?? '';
  const paragraphs = await page.locator('article [data-item]').allTextContents();
  await toTakeAlong(page);
  await everyWay(page, title, (paragraphs[0] ?? '').slice(0, 60));
});

it('a service is taken along in every way: with where it is', async () => {
  const page = kiosk.page();
  await touch(page, nl.bar.home);
  await page.locator('[data-near]').click();
  await page
    .locator('[data-service]')
    .filter({ has: page.locator('[data-opening]') })
    .first()
    .click();
  await page.getByRole('heading', { name: nl.directory.where }).first().waitFor();
  const title = (await page.locator('h1').textContent()) ?? '';
  const address = await page.locator('main bdi[lang=nl]').first().textContent();
  await toTakeAlong(page);
  await everyWay(page, title, address ?? expect.fail('there is no address'));
});

it('prints nothing that a page makes up', async () => {
  const before = cups.printed().length;
  const page = kiosk.page();
  const call = (input: object) =>
    page.evaluate(
      async (given) =>
        window.balie.invoke('print:slip', given as never).catch((error: Error) => error.message),
      input,
    );
  const here = { language: 'nl', paper: 'a4' };
  expect(await call({ ...here, of: { kind: 'outcome', flow: 'huurtoeslag', answers: {} } })).toBe('failed');
  expect(await call({ ...here, of: { kind: 'outcome', flow: 'bestaat-niet', answers: {} } })).toBe('failed');
  expect(await call({ ...here, of: { kind: 'article', article: 'bestaat-niet' } })).toBe('failed');
  expect(await call({ ...here, of: { kind: 'text', text: 'Koop nu' } })).toContain('refused');
  expect(await call({ ...here, of: { kind: 'article', article: 'digid', title: 'Koop nu' } })).toContain(
    'refused',
  );
  expect(cups.printed().length).toBe(before);
});

it('goes on printing after a page died while it was drawn', async () => {
  const page = kiosk.page();
  // While it is asked how long it is: nobody then says that there will be no answer.
  await kiosk.app.evaluate(({ app }) => {
    app.once('web-contents-created', (_, drawn) =>
      drawn.once('did-finish-load', () => drawn.forcefullyCrashRenderer()),
    );
  });
  const print = () =>
    page.evaluate(() =>
      window.balie.invoke('print:slip', {
        ...{ language: 'nl', paper: 'receipt' },
        of: { kind: 'article', article: 'digid-aanvragen' },
      }),
    );
  expect(await print()).toBe('failed');
  expect(await print()).toBe('printed');
});

it('ends on no sheet with its footer alone', async () => {
  // One that is a few lines longer than a sheet. When the pack changes, another one has to be found for this.
  const answers = {
    'voor-wie-zorgt-u': 'iemand-anders',
    'hoe-gaat-het-met-u': 'goed',
    'wat-zou-u-helpen': ['papieren'],
  };
  const of = { kind: 'outcome' as const, flow: 'ik-zorg-voor-iemand', answers };
  const printed = await kiosk
    .page()
    .evaluate((slip) => window.balie.invoke('print:slip', { language: 'nl', paper: 'a4', of: slip }), of);
  expect(printed).toBe('printed');
  const pdf = cups.printed().at(-1) ?? expect.fail('No paper came out.');
  expect(sizes(pdf).pages).toBe(2);
  const second = execFileSync('pdftotext', ['-f', '2', pdf, '-'], { encoding: 'utf8' });
  const [before = ''] = second.split(nl.outcome.checked.split('{{date}}')[0] ?? '');
  expect(before.trim()).not.toBe('');
});

it('does not wait for a print system that takes its time: the telephone is there, and printers come behind it', async () => {
  const page = kiosk.page();
  await touch(page, nl.bar.home);
  await toOutcome(page);
  const letGo = await holdCall(kiosk.app, 'print:printers');
  await touch(page, nl.takeAlong.open);
  await touch(page, nl.takeAlong.phone);
  await page.getByRole('dialog').getByRole('img', { name: nl.takeAlong.code }).waitFor();
  await touch(page, nl.takeAlong.close);
  const before = await placesOfWays(page);
  await letGo();
  await page.getByRole('button', { name: nl.takeAlong.a4 }).waitFor();
  // No button moves under a finger.
  expect(await placesOfWays(page)).toEqual(before);
  const ways = await page.locator('main').getByRole('button').allTextContents();
  expect(ways.indexOf(nl.takeAlong.phone)).toBeLessThan(ways.indexOf(nl.takeAlong.a4));
});

/** Where the ways stand that need no printer, on a tall screen and on a wide one. */
async function placesOfWays(page: Page) {
  const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const places: unknown[] = [];
  for (const [width, height] of [
    [1080, 1920],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const name of [nl.takeAlong.phone, nl.takeAlong.larger])
      places.push(await page.getByRole('button', { name, exact: true }).boundingBox());
  }
  await page.setViewportSize(size);
  return places;
}

describe('from right to left', () => {
  const arabic = {
    title: 'إيجار البيت',
    outcome: 'يمكنك الحصول على مال للإيجار',
    step: 'اذهب إلى المكتب',
  };
  let packs: OwnPacks;
  let reader: Kiosk;
  beforeAll(async () => {
    packs = ownPacks(arabicPack(arabic));
    const { packsDir } = packs;
    reader = await launchKiosk({ language: 'ar', packsDir, env: cups.env, idleSeconds: 600 });
    await begin(reader.page(), ar);
    const page = reader.page();
    await page.locator('li[data-tint] button').first().click();
    await starting(page, arabic.title).click();
    await answer(page, 2);
    await heading(page, arabic.outcome).waitFor();
    await touch(page, ar.takeAlong.open);
    await page.getByRole('button', { name: ar.takeAlong.phone }).waitFor();
  });
  afterAll(async () => {
    await reader?.close();
    packs?.remove();
  });

  it.each(['a4', 'receipt'] as const)(
    'is printed in Arabic on %s, and can be read from the paper',
    async (paper) => {
      const page = reader.page();
      const before = cups.printed().length;
      await touch(page, ar.takeAlong[paper]);
      await page.getByRole('heading', { name: ar.takeAlong.printed }).waitFor();
      await page.getByRole('dialog').getByRole('button', { name: ar.takeAlong.close }).last().click();
      expect(cups.printed().length).toBe(before + 1);
      const said = letters(
        execFileSync('pdftotext', [cups.printed().at(-1) ?? '', '-'], { encoding: 'utf8' }),
      );
      for (const part of [arabic.title, arabic.outcome, arabic.step, ar.outcome.steps])
        expect(said).toContain(letters(part));
    },
  );

  it('is in the code as it is written', async () => {
    const page = reader.page();
    await touch(page, ar.takeAlong.phone);
    expect(await scanned(page)).toContain(arabic.outcome);
  });
});

/**
 * The letters and figures of a text, one after another: pdftotext guesses at the spaces between joined letters. Without
 * alef and lam: together they are one sign on paper, whose letters it gives in the order of the page.
 */
function letters(said: string): string {
  return said.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]+|[اأإآل]/gu, '');
}

/** The small pack of the tests, in Arabic too. */
function arabicPack(said: { title: string; outcome: string; step: string }): PackFiles {
  const words = { ask: 'هل تستأجر بيتًا؟', why: 'المال لمن يستأجر.' };
  return packFiles({
    'pack.yaml': stringify({ ...GOOD_FILES['pack.yaml'], languages: ['nl', 'ar'] }),
    'words.ar.yaml': stringify({
      topics: { geld: { name: 'المال', hint: 'الإيجار والرعاية' } },
      contacts: { balie: { name: 'المكتب', text: 'اذهب إلى المكتب.' } },
      steps: { 'loop-naar-de-balie': { title: said.step } },
      bring: { 'uw-pas': { label: 'بطاقتك' } },
    }),
    'flows/huur/words.ar.yaml': stringify({
      title: said.title,
      summary: 'هل أحصل على مال للإيجار؟',
      questions: { 'huurt-u': words, 'hoe-oud-bent-u': { ask: 'كم عمرك؟', why: 'يجب أن تكون كبيرًا.' } },
      outcomes: Object.fromEntries(
        ['wel', 'niet', 'te-jong', 'balie'].map((id) => [id, { title: said.outcome, text: 'نحن نساعدك.' }]),
      ),
    }),
    'articles/huur-uitleg/ar.md': '# المال للإيجار\n\nيمكنك الحصول على مال.\n',
  });
}
