import { expect, test } from 'vitest';
import { CHANNELS } from '../../../core/contract/ipc.ts';

const channels = Object.entries(CHANNELS);
const takes = (name: keyof typeof CHANNELS, input: unknown) => CHANNELS[name].input.safeParse(input).success;

test('a screen is known by a short name, and never by a place on the disk', () => {
  expect(takes('screen:shown', { screen: 'question-2' })).toBe(true);
  expect(takes('screen:shown', { screen: '../../etc/passwd' })).toBe(false);
});

test('no channel takes more than it asks for', () => {
  const loose = channels.filter(
    ([, { input }]) => input.safeParse({}).success && input.safeParse({ more: 1 }).success,
  );
  expect(loose.map(([name]) => name)).toEqual([]);
});

test('what reads a folder of the disk is of the admin, and what is logged of staff', () => {
  const roles = (begins: string) => [
    ...new Set(channels.flatMap(([name, { role }]) => (name.startsWith(begins) ? [role] : []))),
  ];
  expect(roles('preview:')).toEqual(['admin']);
  expect(roles('desk:log')).toEqual(['staff']);
  expect(roles('content:')).toEqual(['visitor']);
});
