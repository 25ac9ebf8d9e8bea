import { type BrowserContext, chromium, type Page } from 'playwright';
import { inject } from 'vitest';

/** Pages in the browser that all tests share (`start-chromium.ts`). `close` ends those of this file. */
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

/** Goes to Debian's Chromium, which runs. Every page is one of a person of its own. */
export async function startBrowser(): Promise<OwnBrowser> {
  const browser = await chromium.connect(inject('chromium'));
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
