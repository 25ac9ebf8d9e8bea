import { expect, test } from 'vitest';
import { reachOf } from '../../../../../core/domain/report/suppression/circulation.ts';
import { isSmall, protect, THRESHOLD } from '../../../../../core/domain/report/suppression/protect.ts';

/** A list with its total: small parts hidden, all else shown. */
function aList(...parts: readonly number[]) {
  const total = { from: 0, to: 1, value: parts.reduce((sum, value) => sum + value, 0), shown: true };
  return {
    nodes: 2,
    arcs: [total, ...parts.map((value) => ({ from: 1, to: 0, value, shown: !isSmall(value) }))],
  };
}
const hidden = ({ arcs }: ReturnType<typeof aList>) =>
  arcs.flatMap(({ shown, value }) => (shown ? [] : [value]));

test('none and nine are small, ten is not', () => {
  expect([0, 9, THRESHOLD].map(isSmall)).toEqual([true, true, false]);
});

test('hides the lowest other number that leaves a small one in doubt', () => {
  const list = aList(3, 40, 25);
  protect(list, (arc) => arc !== 0);
  expect(hidden(list)).toEqual([3, 25]);
  const { least, most } = reachOf(list, 1, 99);
  expect(most).toBeGreaterThanOrEqual(THRESHOLD);
  expect(most - least).toBeGreaterThanOrEqual(THRESHOLD);
});

test('hides nothing where nothing is small', () => {
  const list = aList(12, 40);
  protect(list, () => true);
  expect(hidden(list)).toEqual([]);
});

test('says so when nothing may be hidden that would help, and when a small one is shown', () => {
  expect(() => protect(aList(3, 40), () => false)).toThrow('cannot be protected');
  const shown = aList(3, 40);
  for (const arc of shown.arcs) arc.shown = true;
  expect(() => protect(shown, () => true)).toThrow('is small, and shown');
});
