import type { Page } from 'playwright';
import { expect } from 'vitest';
import { violationsOf } from '../builders/violations-of.ts';
import { atRest } from './walk-through.ts';

/** The smallest control that a finger finds without aiming. */
const TARGET_PX = 64;

/**
 * What every screen must be in every display: no violation of axe (WCAG 2.2 A and AA among its rules), one heading of
 * the first level, targets large enough, no text cut off or on other text, all of it on the screen or to be scrolled to, a code
 * in a sheet whole. `lowest`: nothing to press above the middle. `axe: false` leaves out what no size of the screen changes. `where`
 * goes before what is wrong.
 */
export async function judgeScreen(
  page: Page,
  { lowest = false, axe = true, where = '' } = {},
): Promise<void> {
  await atRest(page);
  // A part that scrolls finds out in the frame in which it is laid out.
  await page.evaluate(
    () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
  );
  expect(await page.locator('h1').count(), where).toBe(1);
  expect(await page.evaluate(faultsOfLayout, { least: TARGET_PX, lowest }), where).toEqual([]);
  if (!axe) return;
  expect(await violationsOf(page), where).toEqual([]);
}

/** Runs in the page and can use nothing from outside itself. `lowest`: nothing to press is above the middle. */
export function faultsOfLayout({ least, lowest }: { least: number; lowest: boolean }): string[] {
  const faults: string[] = [];
  const name = (element: Element) =>
    (element.getAttribute('aria-label') ?? (element.textContent || element.tagName)).trim().slice(0, 60);
  const over = document.querySelector('dialog[open]');
  const within: ParentNode = over ?? document;
  const shown = (element: Element) => element.getClientRects().length > 0;
  const buttons = [...within.querySelectorAll('button')].filter(shown);
  const targets = [...within.querySelectorAll('button, input, select, textarea, [tabindex="0"]')];

  for (const target of targets.filter(shown)) {
    const { width, height } = target.getBoundingClientRect();
    if (width < least - 0.5 || height < least - 0.5)
      faults.push(`too small: ${name(target)}, ${Math.round(width)} by ${Math.round(height)}`);
  }

  /** The part of the screen in which an element can be seen: what scrolls around it, or the screen. */
  const scroller = (element: Element): Element | undefined => {
    for (let up = element.parentElement; up !== null; up = up.parentElement) {
      if (up.clientHeight > 0 && /auto|scroll/.test(getComputedStyle(up).overflowY)) return up;
      // A dialog lies over the screen: what it stands in does not hold it.
      if (up.tagName === 'DIALOG') return undefined;
    }
    return undefined;
  };
  const texts = [...within.querySelectorAll('h1, h2, h3, p, li, button, b, small, span')].filter(
    (element) =>
      shown(element) &&
      !(element instanceof SVGElement) &&
      [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== ''),
  );
  /** Where the letters are: the box of a line is taller than what is drawn in it. */
  const lettersOf = (element: Element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, right, top, bottom, width } = range.getBoundingClientRect();
    const air = Number.parseFloat(getComputedStyle(element).fontSize) * 0.2;
    return { left, right, width, top: top + air, bottom: bottom - air };
  };
  for (const element of texts) {
    const words = lettersOf(element);
    if (words.width === 0) continue;
    // Sideways, nothing scrolls: what sticks out is lost. Up and down, what scrolls is not.
    const room = scroller(element);
    const { left, right } = (room ?? document.documentElement).getBoundingClientRect();
    if (words.left < left - 2 || words.right > right + 2)
      faults.push(`sticks out sideways: ${name(element)}`);
    if (room === undefined && (words.top < -2 || words.bottom > innerHeight + 2))
      faults.push(`off the screen: ${name(element)}`);
    // The box that is drawn around the words: a button, a card, a badge.
    const box = element.closest('button, dialog, li, [role="group"]');
    if (box !== null && shown(box) && (room === undefined || room.contains(box))) {
      const around = box.getBoundingClientRect();
      if (
        words.top < around.top - 4 ||
        words.bottom > around.bottom + 4 ||
        words.left < around.left - 2 ||
        words.right > around.right + 2
      )
        faults.push(`sticks out of its box: ${name(element)}`);
    }
    for (let up: Element | null = element; up !== null && up !== room; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (!/hidden|clip/.test(style.overflowY)) continue;
      const hole = up.getBoundingClientRect();
      if (words.top < hole.top - 4 || words.bottom > hole.bottom + 4)
        faults.push(`cut off: ${name(element)}`);
    }
  }

  // Words on words. Those of one button, and those of which one scrolls under the other, are apart.
  const boxes = texts.map((element) => ({ element, room: scroller(element), box: lettersOf(element) }));
  boxes.forEach((one, index) => {
    for (const other of boxes.slice(index + 1)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      if (one.room !== other.room) continue;
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (wide > 4 && high > 8 && one.box.width > 0 && other.box.width > 0)
        faults.push(`on each other: ${name(one.element)} and ${name(other.element)}`);
    }
  });

  // What scrolls says so: with a button, unless all is in sight.
  for (const area of within.querySelectorAll('*')) {
    if (!/auto|scroll/.test(getComputedStyle(area).overflowY) || area.clientHeight === 0) continue;
    if (area.scrollHeight - area.clientHeight - area.scrollTop > 4) {
      if (area.tagName === 'DIALOG' || area.parentElement?.querySelector(':scope > button') === null)
        faults.push(`scrolls without a button: ${area.className}`);
      if (area.clientHeight < 150)
        faults.push(`scrolls in too small a room: ${Math.round(area.clientHeight)} px, ${area.className}`);
    }
  }

  // A telephone reads a code that is wholly in sight, with nothing on it: what says that more follows is not there at the end.
  for (const code of within.querySelectorAll('dialog[open] svg[role="img"]')) {
    const room = scroller(code);
    if (room === undefined) continue;
    const { top, height } = code.getBoundingClientRect();
    const ahead = top - room.getBoundingClientRect().top + room.scrollTop;
    const isAtEnd = ahead >= room.scrollHeight - room.clientHeight - 2;
    const under = isAtEnd ? 0 : 8 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    if (height > room.clientHeight - under + 1)
      faults.push(`never wholly in sight: ${name(code)}, ${Math.round(height)} in ${room.clientHeight} px`);
  }

  if (lowest) {
    for (const button of buttons) {
      const { top } = button.getBoundingClientRect();
      // What scrolls out above is not there to press.
      const from = Math.max(top, scroller(button)?.getBoundingClientRect().top ?? top);
      if (button.offsetHeight > 0 && !button.disabled && from < innerHeight / 2 - 1)
        faults.push(`above the middle: ${name(button)}, at ${Math.round(top)}`);
    }
  }
  return [...new Set(faults)];
}
