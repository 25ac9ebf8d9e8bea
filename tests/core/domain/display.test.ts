import { describe, expect, it } from 'vitest';
import {
  attributesOf,
  type Display,
  isUsual,
  scrollingOf,
  TEXT_SIZES,
  USUAL_DISPLAY,
} from '../../../core/domain/display.ts';

const TALL = { tall: true, contrast: false };
const WIDE = { tall: false, contrast: false };
const having = (chosen: Partial<Display>): Display => ({ ...USUAL_DISPLAY, ...chosen });
const told = (chosen: Partial<Display>, around = TALL) =>
  Object.fromEntries(
    Object.entries(attributesOf(having(chosen), around)).filter(([, value]) => value !== undefined),
  );

describe('how a visitor wants to see the screens', () => {
  it('can have text from 100 to 200%, in steps of 25', () => {
    expect(TEXT_SIZES).toEqual([100, 125, 150, 175, 200]);
  });

  it('is usual only while nothing is chosen', () => {
    expect(isUsual(USUAL_DISPLAY)).toBe(true);
    expect(isUsual(having({ text: 125 }))).toBe(false);
    for (const name of Object.keys(USUAL_DISPLAY))
      if (name !== 'text') expect(isUsual(having({ [name]: true })), name).toBe(false);
  });

  it('tells the style nothing while it is usual', () => expect(told({})).toEqual({}));

  it.each([
    [{ text: 125 }, { 'data-text': '125', 'data-enlarged': 'some' }],
    [{ text: 175 }, { 'data-text': '175', 'data-enlarged': 'much' }],
    [
      { contrast: true, dark: true },
      { 'data-contrast': 'more', 'data-scheme': 'dark' },
    ],
    [{ calm: true }, { 'data-motion': 'calm' }],
    [{ low: true }, { 'data-controls': 'low' }],
    [{ leftHand: true }, { 'data-hand': 'left' }],
    [{ twoKeys: true }, { 'data-keys': 'two' }],
  ] as const)('tells the style of %j', (chosen, attributes) => expect(told(chosen)).toEqual(attributes));

  it('keeps controls low on a tall screen only', () => expect(told({ low: true }, WIDE)).toEqual({}));

  it('has more contrast when the system asks for it', () => {
    expect(told({}, { ...TALL, contrast: true })).toEqual({ 'data-contrast': 'more' });
  });
});

describe('what scrolls', () => {
  it.each([
    [{}, TALL, 'part'],
    [{ text: 125 }, TALL, 'page'],
    [{ low: true }, TALL, 'half'],
    [{ low: true }, WIDE, 'part'],
    [{ low: true, text: 200 }, TALL, 'half'],
    [{ low: true, text: 200 }, WIDE, 'page'],
  ] as const)('with %j on %j is the %s', (chosen, around, expected) => {
    expect(scrollingOf(having(chosen), around)).toBe(expected);
  });
});
