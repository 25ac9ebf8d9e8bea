import { expect, test } from 'vitest';
import { notesOf } from '../../../../renderer/staff/log/notes-of.ts';
import { staffSayings } from '../../../../renderer/words/staff-words.ts';

const CALM = {
  troubles: [],
  restoredTo: null,
  clockBehind: false,
  listsFault: null,
  hoursFault: null,
};
const texts = (page: Partial<Parameters<typeof notesOf>[0]>, language = 'nl') =>
  notesOf({ ...CALM, ...page }, undefined, staffSayings(language), language);

test('nothing is said while all is well', () => {
  expect(texts({})).toEqual([]);
});

test('what was lost is said in words: up to which hour there is a copy, that it was empty, or that there was none', () => {
  const restored = { troubles: ['ops-restored' as const] };
  const inCopy = { at: new Date(2026, 10, 26, 14, 50).toISOString(), where: 'copy' as const };
  const [until] = texts({ ...restored, restoredTo: inCopy });
  expect(until).toMatch(/gelogd op 26 november 2026 .*14:50/);
  expect(texts({ ...restored, restoredTo: inCopy }, 'en')[0]).toMatch(/logged on November 26, 2026.* 2:50/);
  const [empty, lost] = [texts(restored), texts({ troubles: ['ops-lost'] })].map(([note]) => note);
  expect(new Set([until, empty, lost]).size).toBe(3);
  for (const text of [until, empty, lost]) expect(text).toMatch(/Log .*opnieuw/);
});

test('a log of what was done that does not prove itself any more is told, with whom to tell', () => {
  const [note, ...more] = texts({ troubles: ['audit-broken'] });
  expect(note).toMatch(/logboek .*Vertel het aan wie Balie beheert/);
  expect(more).toEqual([]);
});

test('what the server has need not be logged again: that would count twice', () => {
  const sent = { at: new Date(2026, 10, 26, 14, 50).toISOString(), where: 'server' as const };
  for (const troubles of [['ops-restored' as const], ['ops-lost' as const]]) {
    const [nl = '', en = ''] = ['nl', 'en'].flatMap((language) =>
      texts({ troubles, restoredTo: sent }, language),
    );
    expect(nl).toMatch(/tot 26 november 2026 .*14:50 is gelogd, telt nog mee/);
    expect(en).toMatch(/until November 26, 2026.* still counts: the server has it/);
  }
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
  expect(notes).toHaveLength(4);
  expect(notes[2]).toContain('desk.json, notes: wrong');
  expect(notes[3]).toContain('desk.json, schedules.1: wrong');
});
