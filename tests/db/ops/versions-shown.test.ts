import { expect, test } from 'vitest';
import { MOST_CHANGES, noteShownVersions, shownSince } from '../../../db/ops/versions-shown.ts';
import { aStore } from '../../builders/a-store.ts';

const day = (of: number) => new Date(Date.UTC(2026, 0, of)).toISOString();
const klein = (version: number) => [{ pack_id: 'klein', version }];

test('a version is on the screen since it was seen there first, and anew when it comes back', () => {
  const ops = aStore('ops');
  noteShownVersions(ops, klein(1), day(1));
  noteShownVersions(ops, klein(1), day(2));
  expect(shownSince(ops, 'klein', 1)).toBe(day(1));
  noteShownVersions(ops, [...klein(2), { pack_id: 'groot', version: 7 }], day(3));
  noteShownVersions(ops, klein(1), day(4));
  expect([1, 2].map((version) => shownSince(ops, 'klein', version))).toEqual([day(4), day(3)]);
  expect(shownSince(ops, 'groot', 7)).toBe(day(3));
  expect(shownSince(ops, 'klein', 9)).toBeUndefined();
});

test('the newest changes are kept', () => {
  const ops = aStore('ops');
  ops.pragma('synchronous = OFF');
  for (let version = 1; version <= MOST_CHANGES + 3; version++)
    noteShownVersions(ops, klein(version), day(1));
  expect(shownSince(ops, 'klein', 3)).toBeUndefined();
  expect(shownSince(ops, 'klein', 4)).toBe(day(1));
});
