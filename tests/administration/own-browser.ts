import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';

/** Debian's own, which the set-up installs. */
const CHROMIUM = '/usr/bin/chromium';

/** A browser with pages on it, without a screen. `close` ends all of it. */
export type OwnBrowser = {
  readonly open: (options?: OpenOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
};

export type OpenOptions = {
  readonly size?: { readonly width: number; readonly height: number };
  readonly language?: 'nl' | 'en';
};

/** A window on a desk. */
export const WIDE = { width: 1280, height: 900 };
/** A telephone; and what is left of a window when letters are twice as large. */
export const NARROW = { width: 400, height: 800 };

/** Starts Debian's Chromium. Every page is one of a person of its own. */
export async function startBrowser(): Promise<OwnBrowser> {
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM });
  const contexts: BrowserContext[] = [];
  return {
    open: async ({ size = WIDE, language = 'nl' } = {}) => {
      const context = await browser.newContext({
        viewport: size,
        locale: language,
        reducedMotion: 'reduce',
      });
      contexts.push(context);
      return context.newPage();
    },
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
    },
  };
}
