import { expect, test } from 'vitest';
import { HelpRequest, PlaceNumber } from '../../../../core/domain/desk/help-request.ts';

const request = {
  id: '01989c8e-7a00-4000-8000-000000000001',
  ticket: 12,
  language: 'ar',
  about: { kind: 'flow', topic: 'geld', flow: 'huur', step: 'huurt-u', answers: null },
};
const takes = (changed: object) => HelpRequest.safeParse({ ...request, ...changed }).success;

test('says what a visitor was looking at, and answers only in the one field that is for them', () => {
  expect(takes({})).toBe(true);
  expect(takes({ about: { ...request.about, answers: { 'huurt-u': 'ja' } } })).toBe(true);
  expect(takes({ about: { kind: 'topic', topic: 'geld', answers: { 'huurt-u': 'ja' } } })).toBe(false);
});

test.each([
  ['who asks', { name: 'x' }],
  ['a text that somebody typed', { about: { kind: 'nothing', text: 'x' } }],
  [
    'more answers than any flow asks',
    {
      about: {
        ...request.about,
        answers: Object.fromEntries(Array.from({ length: 61 }, (_, n) => [`v-${n}`, 'ja'])),
      },
    },
  ],
  ['an id that is not made anew', { id: 'steeds-dezelfde' }],
  ['a number on the screen below one', { ticket: 0 }],
])('does not take %s', (_, changed) => {
  expect(takes(changed)).toBe(false);
});

test('a kiosk without a store asks without a number', () => {
  expect(takes({ ticket: null, about: { kind: 'nothing' } })).toBe(true);
});

test('the figure on a desk has one or two digits', () => {
  expect([0, 1, 99, 100, 1.5].map((number) => PlaceNumber.safeParse(number).success)).toEqual([
    ...[false, true, true, false, false],
  ]);
});
