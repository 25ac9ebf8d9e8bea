import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  afterDesk,
  HandoverState,
  isOver,
  move,
  movesFrom,
  openUntil,
  sealedUntil,
} from '../../../../core/domain/desk/handover.ts';

const state = fc.constantFrom(...HandoverState.options);
const side = fc.constantFrom('desk' as const, 'partner' as const);

it('goes the way of a handover that succeeds', () => {
  expect(movesFrom('given', 'desk')).toEqual(['called', 'accepted', 'no-show', 'withdrawn']);
  expect(movesFrom('given', 'partner')).toEqual(['accepted', 'no-show']);
  expect(movesFrom('called', 'desk')).toEqual(['accepted', 'no-show', 'withdrawn']);
  expect(movesFrom('accepted', 'partner')).toEqual(['done', 'no-show']);
  expect(movesFrom('no-show', 'partner')).toEqual(['accepted']);
  expect(afterDesk('given', ['called', 'accepted', 'done'])).toBe('done');
});

it('lets nobody go back to the slip, a partner take nothing back, and nothing come after the end', () => {
  fc.assert(
    fc.property(state, state, side, (from, to, who) => {
      const after = move(from, to, who);
      if (after === undefined) return;
      expect(after).toBe(to);
      expect(to).not.toBe('given');
      expect(to).not.toBe(from);
      expect(isOver(from)).toBe(false);
      if (who === 'partner') expect(['called', 'withdrawn']).not.toContain(to);
    }),
  );
});

it('ends in the same state wherever what the desk said is cut in two, and never leaves an end', () => {
  fc.assert(
    fc.property(state, fc.array(state, { maxLength: 8 }), fc.nat(8), (from, said, at) => {
      const whole = afterDesk(from, said);
      expect(afterDesk(afterDesk(from, said.slice(0, at)), said.slice(at))).toBe(whole);
      if (isOver(from)) expect(whole).toBe(from);
    }),
  );
});

it('reaches every state from the slip', () => {
  const reached = new Set<HandoverState>(['given']);
  for (const from of reached)
    for (const who of ['desk', 'partner'] as const) for (const to of movesFrom(from, who)) reached.add(to);
  expect([...reached].sort()).toEqual([...HandoverState.options].sort());
});

it('keeps what was typed for 14 days at most, and a code for 60', () => {
  expect(sealedUntil('2026-02-20')).toBe('2026-03-06');
  expect(openUntil('2026-11-27')).toBe('2027-01-26');
});
