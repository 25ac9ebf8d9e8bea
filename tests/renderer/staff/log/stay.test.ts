import { expect, test } from 'vitest';
import { changedStay } from '../../../../renderer/staff/log/stay.ts';

const before = { channel: 'desk', language: 'ar', place: 'balie' } as const;

test('what a correction changed stays for the next question, and nothing else of it', () => {
  expect(changedStay(before, before)).toEqual({});
  expect(changedStay(before, { ...before, language: 'nl' })).toEqual({ language: 'nl' });
  expect(changedStay(before, { ...before, channel: 'phone', place: null })).toEqual({
    channel: 'phone',
    place: null,
  });
});
