import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { whileDrawn } from '../../../electron/print/while-drawn.ts';

const never = () => new Promise<never>(() => undefined);

it('gives what was drawn, and watches the page no longer', async () => {
  const page = new EventEmitter();
  expect(await whileDrawn(page, 60_000, async () => page.listenerCount('render-process-gone'))).toBe(1);
  expect(page.listenerCount('render-process-gone')).toBe(0);
});

it('ends when the process of the page is gone, and says why', async () => {
  const page = new EventEmitter();
  const drawing = whileDrawn(page, 60_000, never);
  page.emit('render-process-gone', {}, { reason: 'oom' });
  await expect(drawing).rejects.toThrow('gone: oom');
});

it('ends when nothing is drawn in time', async () => {
  const page = new EventEmitter();
  await expect(whileDrawn(page, 1, never)).rejects.toThrow('Nothing was drawn in 1 ms.');
  expect(page.listenerCount('render-process-gone')).toBe(0);
});

it('says what went wrong with the drawing itself', async () => {
  const failing = whileDrawn(new EventEmitter(), 60_000, () => Promise.reject(new Error('no letters')));
  await expect(failing).rejects.toThrow('no letters');
});
