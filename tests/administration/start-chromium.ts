import { chromium } from 'playwright';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser is that all tests of the administration share. */
    chromium: string;
  }
}

/** Debian's own, which the set-up installs. */
const CHROMIUM = '/usr/bin/chromium';

/** Starts Debian's Chromium once, without a screen, for all tests of the administration; what is given back ends it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await chromium.launchServer({ executablePath: CHROMIUM });
  project.provide('chromium', browser.wsEndpoint());
  return () => browser.close();
}
