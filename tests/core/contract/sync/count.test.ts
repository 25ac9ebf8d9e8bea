import { expect, test } from 'vitest';
import { Happening, Hour, hourExists, hourOf, WrittenHour } from '../../../../core/contract/sync/count.ts';

test('a moment is told by its hour, in UTC', () => {
  expect(hourOf(new Date('2026-11-26T14:59:59.999Z'))).toBe('2026-11-26T14:00:00Z');
  expect(Hour.safeParse(hourOf(new Date('2026-01-01T00:00:00Z'))).success).toBe(true);
});

test.each([
  ['with minutes', '2026-11-26T14:30:00Z', false],
  ['of the 25th hour', '2026-11-26T24:00:00Z', false],
  ['on another clock', '2026-11-26T14:00:00+01:00', false],
  ['on a day that there is not', '2026-02-30T14:00:00Z', true],
])('no hour is taken %s', (_, written, isWritten) => {
  expect(Hour.safeParse(written).success).toBe(false);
  expect(WrittenHour.safeParse(written).success).toBe(isWritten);
});

test('a day exists or not', () => {
  expect([hourExists('2028-02-29T10:00:00Z'), hourExists('2027-02-29T10:00:00Z')]).toEqual([true, false]);
});

test.each([
  ['what somebody typed', { type: 'search-empty', body: { language: 'nl', query: 'x' } }],
  [
    'an answer',
    {
      type: 'step-left',
      body: { pack: 'klein', language: 'nl', flow: 'huur', step: 'huurt-u', answer: 'ja' },
    },
  ],
  ['the number of a visit', { type: 'language-chosen', visit: 3, body: { language: 'nl' } }],
  ['anything that is not counted', { type: 'mouse-moved', body: {} }],
])('carries nothing of the visitor: %s', (_, happening) => {
  expect(Happening.safeParse(happening).success).toBe(false);
});

test('carries what is counted', () => {
  const body = { pack: 'klein', language: 'nl', flow: 'huur', step: 'huurt-u' };
  expect(Happening.safeParse({ type: 'step-left', body }).success).toBe(true);
});
