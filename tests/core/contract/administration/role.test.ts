import { expect, test } from 'vitest';
import { includesRole, LibraryRole, Role } from '../../../../core/contract/administration/role.ts';

test('each role may do what it may itself, and what the ones before it may', () => {
  const least = Object.fromEntries(
    Role.options.map((role) => [role, Role.options.filter((needed) => includesRole(role, needed))]),
  );
  expect(least).toEqual({
    reader: ['reader'],
    editor: ['reader', 'editor'],
    publisher: ['reader', 'editor', 'publisher'],
    administrator: ['reader', 'editor', 'publisher', 'administrator'],
    operator: Role.options,
  });
});

test('an operator belongs to no library', () => {
  expect(LibraryRole.safeParse('operator').success).toBe(false);
  expect(LibraryRole.safeParse('administrator').success).toBe(true);
});
