import { expect, test } from 'vitest';
import { followedFirst, packForVisitors } from '../../../core/domain/followed-first.ts';

type Channel = 'stable' | 'test';
const of = (library: string, pack = 'geld', channel: Channel = 'stable') => ({ library, pack, channel });
const named = (packs: readonly ReturnType<typeof of>[]) =>
  packs.map(({ library, pack, channel }) => [library, pack, channel].join('/'));
const NOBODY = { shown: [], own: new Set<string>() };
const TWO = [of('almere'), of('delft')];

test('what most devices show comes first, whoever published it', () => {
  const shown = [of('almere'), of('delft'), of('delft')];
  expect(named(followedFirst(TWO, { shown, own: new Set(['almere']) }))).toEqual([
    'delft/geld/stable',
    'almere/geld/stable',
  ]);
});

test('what no device shows comes from the own publishers first; the rest stays as it came', () => {
  expect(followedFirst(TWO, NOBODY)).toEqual(TWO);
  const packs = [of('almere'), of('delft', 'geld'), of('delft', 'werk'), of('gouda')];
  expect(named(followedFirst(packs, { ...NOBODY, own: new Set(['delft']) }))).toEqual([
    'delft/geld/stable',
    'delft/werk/stable',
    'almere/geld/stable',
    'gouda/geld/stable',
  ]);
});

test('a channel that devices follow comes before the other one of the same pack', () => {
  const packs = [of('almere'), of('delft'), of('delft', 'geld', 'test')];
  const shown = [of('delft', 'geld', 'test')];
  expect(named(followedFirst(packs, { ...NOBODY, shown }))).toEqual([
    'delft/geld/test',
    'delft/geld/stable',
    'almere/geld/stable',
  ]);
});

test('visitors of a library see the first with a pack, on the channel for them', () => {
  const packs = followedFirst([of('almere', 'geld', 'test'), ...TWO], { ...NOBODY, own: new Set(['delft']) });
  expect(packForVisitors(packs, 'geld')).toEqual(of('delft'));
  expect(packForVisitors(packs, 'werk')).toBeUndefined();
  expect(packForVisitors([of('almere', 'geld', 'test')], 'geld')).toBeUndefined();
});
