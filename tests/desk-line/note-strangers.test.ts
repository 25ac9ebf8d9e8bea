import { expect, test } from 'vitest';
import { noteStrangers } from '../../desk-line/note-strangers.ts';

test('strangers are a line of the log once a minute at most, and none of them is left out', () => {
  const notes: string[] = [];
  const strangers = noteStrangers((what) => void notes.push(what));
  strangers.tidy(0);
  strangers.turnedAway(1_000);
  for (let at = 1_001; at < 61_000; at++) strangers.turnedAway(at);
  expect(notes).toEqual(['a stranger was turned away']);
  strangers.turnedAway(61_000);
  expect(notes.slice(1)).toEqual(['60000 strangers were turned away']);
  // Those that nobody comes after are told of too.
  strangers.turnedAway(62_000);
  strangers.tidy(120_999);
  expect(notes).toHaveLength(2);
  strangers.tidy(121_000);
  strangers.tidy(999_999);
  expect(notes.slice(2)).toEqual(['a stranger was turned away']);
});
