import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const frames: (() => void)[] = [];
const messages: (() => void)[] = [];
const errors: unknown[] = [];
let afterPaint: typeof import('../../renderer/after-paint.ts').afterPaint;

/** The next frame begins. It is painted when its message arrives. */
const begin = () => {
  for (const each of frames.splice(0)) each();
};
const paint = () => messages.shift()?.();

beforeEach(async () => {
  for (const list of [frames, messages, errors]) list.length = 0;
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => frames.push(act));
  vi.stubGlobal('reportError', (error: unknown) => errors.push(error));
  vi.stubGlobal(
    'MessageChannel',
    class {
      port1: { onmessage?: () => void } = {};
      port2 = { postMessage: () => messages.push(() => this.port1.onmessage?.()) };
    },
  );
  vi.resetModules();
  ({ afterPaint } = await import('../../renderer/after-paint.ts'));
});
afterEach(() => vi.unstubAllGlobals());

test('what waits is done when the frame is painted, in its order, and asks for one frame in all', () => {
  const done: string[] = [];
  afterPaint(() => done.push('first'));
  afterPaint(() => done.push('second'));
  expect(frames).toHaveLength(1);
  begin();
  expect(done).toEqual([]);
  paint();
  expect(done).toEqual(['first', 'second']);
});

test('what is asked while a frame is being painted waits for the next one', () => {
  const done: string[] = [];
  afterPaint(() => done.push('this frame'));
  begin();
  afterPaint(() => done.push('the next'));
  paint();
  expect(done).toEqual(['this frame']);
  begin();
  paint();
  expect(done).toEqual(['this frame', 'the next']);
});

test.each(['before', 'after'])('what is called off %s the frame begins is not done', (when) => {
  const done: string[] = [];
  const callOff = afterPaint(() => done.push('gone'));
  afterPaint(() => done.push('there'));
  if (when === 'before') callOff();
  begin();
  if (when === 'after') callOff();
  paint();
  expect(done).toEqual(['there']);
});

test('one that fails is reported and keeps none of the others', () => {
  const done: string[] = [];
  const fault = new Error('boom');
  afterPaint(() => {
    throw fault;
  });
  afterPaint(() => done.push('there'));
  begin();
  paint();
  expect(done).toEqual(['there']);
  expect(errors).toEqual([fault]);
});
