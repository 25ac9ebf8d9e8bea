import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tidyAtRest, tidySoon } from '../../renderer/tidy-at-rest.ts';

const gc = vi.fn();
let page: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('requestIdleCallback', (act: () => void) => act());
  vi.stubGlobal('gc', gc);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  gc.mockClear();
});

test('a page tidies up once it is left alone, and not under a finger', () => {
  tidyAtRest();
  for (let touch = 0; touch < 5; touch++) {
    vi.advanceTimersByTime(2_900);
    page.dispatchEvent(new Event('pointerdown'));
  }
  expect(gc).not.toHaveBeenCalled();
  vi.advanceTimersByTime(3_000);
  expect(gc).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(600_000);
  expect(gc).toHaveBeenCalledOnce();
});

test('again after the next touch', () => {
  tidyAtRest();
  vi.advanceTimersByTime(3_000);
  page.dispatchEvent(new Event('click'));
  vi.advanceTimersByTime(3_000);
  expect(gc).toHaveBeenCalledTimes(2);
});

test('where V8 does not offer it, nothing happens, whatever else that browser lacks', () => {
  vi.stubGlobal('gc', undefined);
  vi.stubGlobal('requestIdleCallback', undefined);
  tidyAtRest();
  expect(() => vi.advanceTimersByTime(3_000)).not.toThrow();
});

test('a screen that has arrived tidies up as soon as the page has nothing to do, and only then', () => {
  const idle: (() => void)[] = [];
  vi.stubGlobal('requestIdleCallback', (act: () => void) => idle.push(act));
  tidySoon();
  expect(gc).not.toHaveBeenCalled();
  for (const each of idle) each();
  expect(gc).toHaveBeenCalledExactlyOnceWith({ type: 'major', execution: 'async' });
});
