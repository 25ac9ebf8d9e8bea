import { expect, it } from 'vitest';
import { mayDo, Role } from '../../../core/domain/role.ts';

it('lets each role do what it may do itself, and what the ones before it may', () => {
  const allowed = Role.options.map((role) => Role.options.filter((needed) => mayDo(role, needed)));
  expect(allowed).toEqual([['visitor'], ['visitor', 'staff'], ['visitor', 'staff', 'admin']]);
});
