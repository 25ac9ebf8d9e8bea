import type { Page } from 'playwright';
import { expect } from 'vitest';

/** The longest that anything is waited for in a page. */
const PATIENCE_MS = 8_000;

/**
 * Does something as the page's own script would, in a task of its own: inside a call of Playwright's,
 * Chromium lets even eval through. Gives the answer; what was thrown, as text; or 'no answer'.
 */
export async function attempt<Given>(
  page: Page,
  act: (given: Given) => unknown,
  given?: Given,
): Promise<unknown> {
  return await page.evaluate<unknown>(`new Promise((answer) => {
    setTimeout(async () => {
      setTimeout(answer, ${PATIENCE_MS}, 'no answer');
      try {
        answer(await (${String(act)})(${JSON.stringify(given)}));
      } catch (error) {
        answer('threw ' + error);
      }
    });
  })`);
}

/** As `attempt`, and waits for the policy to say that it refused. Gives the directives it named, in order. */
export async function attemptAgainstPolicy<Given>(
  page: Page,
  act: (given: Given) => unknown,
  given?: Given,
): Promise<{ readonly answer: unknown; readonly refusedBy: readonly string[] }> {
  await page.evaluate(() => {
    const broken: string[] = [];
    Object.assign(window, { broken });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      broken.push(effectiveDirective),
    );
  });
  const answer = await attempt(page, act, given);
  const refusedBy = () => page.evaluate(() => (window as unknown as { broken: string[] }).broken);
  await expect.poll(refusedBy, { timeout: PATIENCE_MS }).not.toEqual([]);
  return { answer, refusedBy: await refusedBy() };
}

/** Puts a link under the visitor's finger, in the corner that `CORNER` names. */
export async function placeLink(page: Page, attributes: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(async (wanted) => {
    document.querySelector('#placed')?.remove();
    const link = document.createElement('a');
    link.id = 'placed';
    link.textContent = 'A link';
    for (const [name, value] of Object.entries(wanted)) link.setAttribute(name, value);
    Object.assign(link.style, {
      position: 'fixed',
      inset: '0 auto auto 0',
      width: '100px',
      height: '100px',
      zIndex: '99',
    });
    document.body.append(link);
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  }, attributes);
}

/** Where `placeLink` puts it. */
export const CORNER = { x: 50, y: 50 };
