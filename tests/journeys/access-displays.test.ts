import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ar } from '../../renderer/words/ar/screens.ts';
import { en } from '../../renderer/words/en/screens.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { type Chosen, choose, openDisplay } from './displays.ts';
import { everyScreen } from './every-screen.ts';
import { faultsOfLayout, judgeScreen } from './judge-screen.ts';
import { kioskAllDay } from './kiosk-all-day.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { begin } from './walk-through.ts';

type Size = readonly [width: number, height: number];

type Case = {
  readonly name: string;
  readonly chosen: Chosen;
  readonly sizes: readonly [Size, ...Size[]];
  readonly language?: 'nl' | 'en' | 'ar';
};

const TALL = [1080, 1920] as const;
const WIDE = [1920, 1080] as const;
const SMALL_TALL = [768, 1366] as const;
const SMALL_WIDE = [1366, 768] as const;
const WORDS = { nl, en, ar };

const CASES: readonly Case[] = [
  { name: 'text at 200%', chosen: { text: 200 }, sizes: [TALL, WIDE, SMALL_TALL, SMALL_WIDE] },
  { name: 'text at 125%', chosen: { text: 125 }, sizes: [WIDE] },
  { name: 'text at 200% in English', chosen: { text: 200 }, sizes: [TALL], language: 'en' },
  { name: 'text at 200% in Arabic', chosen: { text: 200 }, sizes: [TALL, WIDE], language: 'ar' },
  { name: 'more contrast', chosen: { contrast: true }, sizes: [TALL] },
  { name: 'dark', chosen: { dark: true }, sizes: [TALL] },
  {
    name: 'dark, more contrast, text at 150%',
    chosen: { dark: true, contrast: true, text: 150 },
    sizes: [WIDE],
  },
  { name: 'controls low', chosen: { low: true }, sizes: [TALL] },
  { name: 'controls low, text at 200%', chosen: { low: true, text: 200 }, sizes: [SMALL_TALL] },
  { name: 'left hand', chosen: { leftHand: true }, sizes: [WIDE] },
  { name: 'as usual on a small screen', chosen: {}, sizes: [SMALL_TALL, SMALL_WIDE] },
];

const KIOSKS = {
  nl: kioskAllDay({ idleSeconds: 600 }),
  en: kioskAllDay({ idleSeconds: 600, language: 'en' }),
  ar: kioskAllDay({ idleSeconds: 600, language: 'ar' }),
};

describe('every screen is accessible', () => {
  it.each(CASES)('$name', async ({ chosen, sizes, language = 'nl' }) => {
    const words = WORDS[language];
    const page = (await KIOSKS[language]()).page();
    let arrivals: readonly Size[] = sizes;
    const resize = ([width, height]: Size) => page.setViewportSize({ width, height });
    // Each screen is seen in each size, and comes in the next one: what measures itself does so when it comes, and when it is resized.
    const judge = async (screen: string) => {
      for (const size of arrivals) {
        await resize(size);
        // While somebody types, the keyboard has the lower half; what is found comes down when it goes.
        const lowest = chosen.low === true && screen !== 'search';
        await judgeScreen(page, {
          lowest,
          axe: size === arrivals[0],
          where: `${screen}, ${size.join(' by ')}`,
        });
      }
      arrivals = [...arrivals.slice(-1), ...arrivals.slice(0, -1)];
    };
    await resize(sizes[0]);
    if (Object.keys(chosen).length > 0) await choose(page, chosen, words);
    await openDisplay(page, words);
    await judge('display help');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await everyScreen(page, words, judge);
  });
});

describe('the judge', () => {
  let kiosk: Kiosk;
  beforeAll(async () => {
    kiosk = await launchKiosk({ idleSeconds: 600 });
    await begin(kiosk.page());
  });
  afterAll(() => kiosk?.close());

  it.each([
    ['too small', '.bar button { min-block-size: 20px !important; block-size: 40px }', false],
    ['sticks out', 'h1 { font-size: 40rem !important; white-space: nowrap }', false],
    ['on each other', 'main p { margin-block-start: -5rem !important }', false],
    ['cut off', 'h1 { block-size: 1.5rem; overflow: hidden }', false],
    ['above the middle', '', true],
  ])('sees what is %s', async (fault, css, lowest) => {
    const page = kiosk.page();
    const before = await page.evaluate(faultsOfLayout, { least: 64, lowest: false });
    expect(before).toEqual([]);
    await page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules.replaceAll('.bar', 'nav'));
      document.adoptedStyleSheets = [sheet];
    }, css);
    const found = await page.evaluate(faultsOfLayout, { least: 64, lowest });
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
    expect(found.join('\n')).toContain(fault);
  });

  it('sees a field, a choice and a part for the keyboard that are too small', async () => {
    const page = kiosk.page();
    await page.evaluate(() => {
      for (const tag of ['input', 'select', 'textarea', 'div'] as const) {
        const small = document.createElement(tag);
        small.setAttribute('aria-label', `small ${tag}`);
        if (tag === 'div') small.tabIndex = 0;
        small.style.cssText = 'position: fixed; inline-size: 90px; block-size: 40px';
        document.querySelector('main')?.append(small);
      }
    });
    const found = await page.evaluate(faultsOfLayout, { least: 64, lowest: false });
    await page.evaluate(() => {
      for (const small of document.querySelectorAll('[aria-label^="small "]')) small.remove();
    });
    expect(found).toEqual(
      ['input', 'select', 'textarea', 'div'].map((tag) => `too small: small ${tag}, 90 by 40`),
    );
  });

  it('sees a code that is never wholly in sight', async () => {
    const page = kiosk.page();
    await openDisplay(page);
    const found = async (side: string) => {
      await page.evaluate((height) => {
        const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
        const code = document.querySelector<SVGElement>('dialog svg[role="img"]') ?? svg;
        code.setAttribute('role', 'img');
        code.style.blockSize = height;
        document.querySelector('dialog h3')?.after(code);
      }, side);
      return page.evaluate(faultsOfLayout, { least: 64, lowest: false });
    };
    expect((await found('10vh')).join('\n')).not.toContain('wholly');
    expect((await found('100vh')).join('\n')).toContain('never wholly in sight');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('sees what axe sees', async () => {
    const page = kiosk.page();
    await judgeScreen(page);
    await page.evaluate(() => document.querySelector('main')?.append(new Image()));
    await expect(judgeScreen(page)).rejects.toThrow('image-alt');
  });
});
