import { expect, test } from 'vitest';
import { notesOf } from '../../../../renderer/staff/log/notes-of.ts';
import { staffSayings } from '../../../../renderer/words/staff-words.ts';

const CALM = {
  troubles: [],
  restoredTo: null,
  clockBehind: false,
  listsFault: null,
  hoursFault: null,
  quietHours: null,
};
const texts = (page: Partial<Parameters<typeof notesOf>[0]>, language = 'nl') =>
  notesOf({ ...CALM, ...page }, undefined, staffSayings(language), language);

test('nothing is said while all is well', () => {
  expect(texts({})).toEqual([]);
});

test('what was lost is said in words: up to which hour there is a copy, that it was empty, or that there was none', () => {
  const restored = { troubles: ['ops-restored' as const] };
  const [until] = texts({ ...restored, restoredTo: '2026-11-26T14' });
  expect(until?.look).toBe('danger');
  expect(until?.text).toContain('26 november 2026, 14:00');
  expect(texts({ ...restored, restoredTo: '2026-11-26T14' }, 'en')[0]?.text).toContain(
    'November 26, 2026, 14:00',
  );
  const [empty, lost] = [texts(restored), texts({ troubles: ['ops-lost'] })].map(
    ([note]) => note?.text ?? '',
  );
  expect(new Set([until?.text, empty, lost]).size).toBe(3);
  for (const text of [until?.text, empty, lost]) expect(text).toMatch(/Log .*opnieuw/);
});

test('a clock that is behind and lists that are wrong are said, and what was not saved first', () => {
  const notes = notesOf(
    {
      ...CALM,
      clockBehind: true,
      listsFault: 'desk.json, notes: wrong',
      hoursFault: 'desk.json, schedules.1: wrong',
    },
    'disk-full',
    staffSayings('nl'),
    'nl',
  );
  expect(notes.map(({ look }) => look)).toEqual(['danger', 'danger', 'danger', 'danger']);
  expect(notes[2]?.text).toContain('desk.json, notes: wrong');
  expect(notes[3]?.text).toContain('desk.json, schedules.1: wrong');
});

test('the reminder comes last, and is no alarm', () => {
  expect(texts({ quietHours: 3, clockBehind: true }).at(-1)).toEqual({
    text: 'Op deze computer is 3 uur niets gelogd. Was er een vraag? Leg hem dan nu vast.',
    look: 'plain',
  });
});
