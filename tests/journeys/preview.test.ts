// A pack folder on disk, looked at by an admin in the real app: its findings, its map, its screens, and on paper.
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nl as admin } from '../../renderer/words/nl/admin.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { packFiles } from '../builders/pack-files.ts';
import { violationsOf } from '../builders/violations-of.ts';
import { SHIPPED_PACK } from '../flows/shipped-pack.ts';
import { setPin, signIn } from './admin-door.ts';
import { judgeScreen } from './judge-screen.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { type OwnCups, startOwnCups } from './own-cups.ts';
import { answer, atRest, begin, heading, starting, touch } from './walk-through.ts';

const words = admin.preview;
const TITLE = 'Huurtoeslag, en dan net anders';

let root: string;
let dataDir: string;
let cups: OwnCups;
let kiosk: Kiosk;
const own = () => join(dataDir, 'preview');

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'balie-preview-'));
  dataDir = join(root, 'data');
  mkdirSync(join(dataDir, 'packs'), { recursive: true });
  const template = join(process.env['BALIE_TEMPLATE_DIR'] ?? '', 'content.db');
  if (existsSync(template)) copyFileSync(template, join(dataDir, 'content.db'));
  // The pack that ships, with another title in one place: nobody can take it for what visitors get.
  const draft = join(dataDir, 'packs/concept');
  cpSync(SHIPPED_PACK, draft, { recursive: true });
  const flow = join(draft, 'flows/huurtoeslag/words.nl.yaml');
  writeFileSync(flow, readFileSync(flow, 'utf8').replace(/^title: .*$/m, `title: ${TITLE}`));
  // What a power cut in a preview would leave.
  mkdirSync(own());
  writeFileSync(join(own(), 'content.db'), 'left behind');
  setPin(dataDir);
  cups = await startOwnCups();
  cups.addQueue('Kantoor', 'a4');
  kiosk = await launchKiosk({ dataDir, idleSeconds: 600, env: cups.env });
});
afterAll(async () => {
  await kiosk?.close();
  await cups?.remove();
  rmSync(root, { recursive: true, force: true });
});

async function toPreview(page: Page): Promise<void> {
  await signIn(page);
  await touch(page, words.name);
  await heading(page, words.title).waitFor();
}

/** Types the path of a folder and opens it. */
async function openFolder(page: Page, folder: string): Promise<void> {
  await page.getByLabel(words.path).fill(folder);
  await touch(page, words.open);
  await page.locator('[data-preview="read"], [data-preview="refused"]').waitFor();
}

async function violations(page: Page): Promise<string[]> {
  await atRest(page);
  return violationsOf(page);
}

const refusal = (page: Page, channel: string, input: object) =>
  page.evaluate(
    ([name, given]) =>
      window.balie.invoke(name as never, given as never).then(
        () => 'answered',
        (error: Error) => error.message,
      ),
    [channel, input] as const,
  );

describe('a visitor', () => {
  it('cannot look at packs, and what was left behind of a preview is gone', async () => {
    const page = kiosk.page();
    for (const [channel, input] of Object.entries({
      'preview:folders': {},
      'preview:open': { folder: SHIPPED_PACK },
      'preview:close': {},
      'preview:printable': {},
      'preview:print': { flow: 'huurtoeslag', languages: ['nl'] },
    }))
      expect(await refusal(page, channel, input), channel).toMatch(/refused/);
    expect(existsSync(own())).toBe(false);
  });
});

describe('an admin', () => {
  it('finds the packs that are here', async () => {
    const page = kiosk.page();
    await toPreview(page);
    await page.getByRole('button', { name: /concept/ }).waitFor();
    await judgeScreen(page);
  });

  it('can type a path with the keyboard on the screen', async () => {
    const page = kiosk.page();
    await page.getByLabel(words.path).click();
    await touch(page, 'a');
    await touch(page, nl.keyboard.signs);
    await touch(page, '/');
    expect(await page.getByLabel(words.path).inputValue()).toBe('a/');
    await judgeScreen(page);
    await touch(page, nl.keyboard.done);
  });

  it('reads in words why a folder is not opened', async () => {
    const page = kiosk.page();
    const folder = join(root, 'met-verwijzing');
    cpSync(SHIPPED_PACK, folder, { recursive: true });
    symlinkSync('/etc/passwd', join(folder, 'extra.yaml'));
    await openFolder(page, folder);
    await page.getByText(words.fault.link).waitFor();
    await page.getByText('extra.yaml').waitFor();
    await judgeScreen(page);
    await touch(page, words.other);
    await openFolder(page, '/nergens');
    await page.getByText(words.fault['no-folder']).waitFor();
    await touch(page, words.other);
    expect(existsSync(own())).toBe(false);
  });

  it('reads what is wrong with a broken pack, by file, line and field', async () => {
    const page = kiosk.page();
    const folder = join(root, 'kapot');
    for (const [path, text] of Object.entries(
      packFiles({ 'flows/huur/words.nl.yaml': 'title: Huur\nsumary: x\n', 'topics.yaml': '- id: [' }),
    )) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    await openFolder(page, folder);
    const rows = page.locator('tr[data-severity="error"]').filter({ hasText: 'flows/huur/words.nl.yaml' });
    expect((await rows.allTextContents()).join(' ')).toMatch(/regel 2.*sumary/);
    await page.getByText(words.notShown).waitFor();
    await judgeScreen(page);
    await touch(page, words.other);
  });

  it('sees the flows of a good one, with their paths', async () => {
    const page = kiosk.page();
    await page.getByRole('button', { name: /concept/ }).click();
    await page.locator('[data-flow="huurtoeslag"]').waitFor();
    expect(await page.locator('[data-flow]').count()).toBe(readdirSync(join(SHIPPED_PACK, 'flows')).length);
    await page.getByRole('button', { name: `Kaart van ${TITLE}` }).waitFor();
    await judgeScreen(page);
    expect(existsSync(join(own(), 'content.db'))).toBe(true);
  });
});

describe('the map of a flow', () => {
  it('has every question and outcome, all in sight', async () => {
    const page = kiosk.page();
    await touch(page, `Kaart van ${TITLE}`);
    await page.locator('[data-node]').first().waitFor();
    // It is seen as large as one can read it; then whole.
    expect(await scale(page)).toBeGreaterThanOrEqual(0.5);
    await touch(page, words.all);
    expect(await violations(page)).toEqual([]);
    const seen = await page.locator('[data-node]').evaluateAll(
      (nodes) =>
        nodes.filter((node) => {
          const glass = node.closest('section')?.getBoundingClientRect() as DOMRect;
          const { left, right, top, bottom } = node.getBoundingClientRect();
          return left >= glass.left && right <= glass.right && top >= glass.top && bottom <= glass.bottom;
        }).length,
    );
    expect(seen).toBe(await page.locator('[data-node]').count());
    expect(seen).toBeGreaterThan(8);
  });

  const scale = (page: Page) => page.locator('[data-scale]').getAttribute('data-scale').then(Number);

  it('is made larger and smaller by button, wheel and two fingers, and moved by finger and key', async () => {
    const page = kiosk.page();
    const whole = await scale(page);
    await touch(page, words.zoomIn);
    expect(await scale(page)).toBeGreaterThan(whole);
    await touch(page, words.all);
    expect(await scale(page)).toBeCloseTo(whole, 2);
    const glass = page.locator('[data-scale]');
    const { x, y, width, height } = (await glass.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.wheel(0, -400);
    await expect.poll(() => scale(page)).toBeGreaterThan(whole * 1.5);
    await touch(page, words.all);
    await pinch(page, { x: x + width / 2, y: y + height / 2 }, 2);
    await expect.poll(() => scale(page)).toBeGreaterThan(whole * 1.5);
    const left = () =>
      page
        .locator('[data-node]')
        .first()
        .boundingBox()
        .then((box) => box?.x ?? 0);
    const before = await left();
    await page.mouse.move(x + 30, y + height - 30);
    await page.mouse.down();
    await page.mouse.move(x + 130, y + height - 30, { steps: 4 });
    await page.mouse.up();
    await expect.poll(left).toBeCloseTo(before + 100, 0);
    await glass.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(left).toBeCloseTo(before - 20, 0);
    await touch(page, words.all);
  });

  it('tells of a node its words in every language, and where each answer leads', async () => {
    const page = kiosk.page();
    await page.locator('[data-node]').first().click();
    await page.locator('[data-panel]').waitFor();
    for (const language of ['nl', 'en'])
      expect(
        (await page.locator(`[data-panel] [data-language="${language}"]`).textContent())?.length,
      ).toBeGreaterThan(80);
    expect(await violations(page)).toEqual([]);
    const first = await page.locator('[data-panel]').getAttribute('data-panel');
    await page.locator('[data-panel] ul button').first().click();
    await expect.poll(() => page.locator('[data-panel]').getAttribute('data-panel')).not.toBe(first);
    await touch(page, words.close);
    await page.locator('[data-panel]').waitFor({ state: 'detached' });
  });

  it('can be walked by keys alone', async () => {
    const page = kiosk.page();
    await page.locator('[data-scale]').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'node-title');
    await touch(page, words.close);
    await page.waitForFunction(() => document.activeElement?.matches('[data-node]'));
    await touch(page, words.back);
    await heading(page, words.title).waitFor();
  });
});

describe('the screens', () => {
  it('of a flow are those of visitors, one by one, in every language', async () => {
    const page = kiosk.page();
    await touch(page, `Schermen van ${TITLE}`);
    const screen = page.locator('[data-screen]');
    await screen.locator('h1').waitFor();
    const count = Number(
      /van (\d+)/.exec((await page.getByText(/^Scherm \d+ van \d+$/).textContent()) ?? '')?.[1],
    );
    const said = new Set<string>();
    for (let number = 1; number <= count; number++) {
      said.add((await screen.locator('h1').textContent()) ?? '');
      expect(await page.locator('h1').count()).toBe(1);
      await page.locator('[data-band]').getByText(words.band).waitFor();
      if (number < count) {
        await touch(page, words.next);
        await page.getByText(`Scherm ${number + 1} van ${count}`).waitFor();
      }
    }
    expect(said.size).toBeGreaterThan(count / 2);
    const dutch = await screen.locator('h1').textContent();
    await touch(page, 'English');
    await expect.poll(() => screen.locator('h1').textContent()).not.toBe(dutch);
    expect(await screen.getAttribute('dir')).toBe('ltr');
    await touch(page, /العربية/);
    await expect.poll(() => screen.getAttribute('dir')).toBe('rtl');
    // The screen is Arabic; the pack has no Arabic, and what falls back says so.
    expect(await screen.locator('h1 bdi').getAttribute('lang')).toBe('nl');
    expect(await violations(page)).toEqual([]);
    await touch(page, words.back);
    await heading(page, words.title).waitFor();
  });

  it('can be used as a visitor does, and nothing of it is written down', async () => {
    const page = kiosk.page();
    await touch(page, words.visit);
    await heading(page, nl.home.title).waitFor();
    await starting(page, 'Geld en toeslagen').click();
    await starting(page, TITLE).first().click();
    await page.locator('[data-answer]').first().waitFor();
    await answer(page, 1);
    await page.locator('[data-band]').getByText(words.band).waitFor();
    await touch(page, nl.bar.desk);
    await heading(page, nl.desk.title).waitFor();
    expect(await page.evaluate(() => window.balie.invoke('desk:ticket', {}))).toEqual({
      ...{ ticket: null, place: null },
    });
    await touch(page, nl.bar.stop);
    await heading(page, words.title).waitFor();
  });
});

describe('on paper', () => {
  const text = (pdf: string) =>
    execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');

  it('stand all screens of a flow, in the languages that were chosen', async () => {
    const page = kiosk.page();
    await touch(page, `Print ${TITLE}`);
    await page.locator('[data-print="ready"]').waitFor({ state: 'attached' });
    await touch(page, 'English');
    await judgeScreen(page);
    await touch(page, words.printNow);
    await page.getByText(words.printed.printed).waitFor();
    const pdf = cups.printed().at(-1);
    if (pdf === undefined) throw new Error('No paper came out.');
    const said = text(pdf);
    for (const part of [
      TITLE,
      'Alle schermen, om na te kijken',
      'All screens, to check the facts',
      'Klopt niet',
      'Bedragen en termijnen',
    ])
      expect(said).toContain(part);
    const source = readFileSync(join(dataDir, 'packs/concept/flows/huurtoeslag/words.nl.yaml'), 'utf8');
    const asked = [...source.matchAll(/^\s+ask: (.+)$/gm)].map(([, ask]) => ask ?? '');
    expect(asked.length).toBeGreaterThan(3);
    for (const ask of asked) expect(said).toContain(ask.replaceAll(/^["']|["']$/g, '').slice(0, 20));
    expect(cups.spooled()).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: words.close }).click();
  });
});

describe('signing out', () => {
  it('takes the preview along, and visitors get what they got before', async () => {
    const next = await kiosk.nextVisit(() => touch(kiosk.page(), admin.signOut));
    await next.waitForSelector('h1');
    await expect.poll(() => existsSync(own())).toBe(false);
    await begin(next);
    await starting(next, 'Geld en toeslagen').click();
    await starting(next, 'Huurtoeslag').first().waitFor();
    expect(await next.getByText(TITLE).count()).toBe(0);
    expect(await refusal(next, 'preview:open', { folder: SHIPPED_PACK })).toMatch(/refused/);
  });
});

/** Two fingers that move apart, as the glass reports them. */
async function pinch(page: Page, middle: { x: number; y: number }, factor: number): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const fingers = (apart: number) => [
    { x: middle.x - apart, y: middle.y, id: 1 },
    { x: middle.x + apart, y: middle.y, id: 2 },
  ];
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(80) });
  for (const step of [0.25, 0.5, 0.75, 1])
    await client.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: fingers(80 * (1 + (factor - 1) * step)),
    });
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await client.detach();
}
