import { expect, test } from 'vitest';
import { Person } from '../../../core/domain/person.ts';

const person = { id: 'balie-3', name: 'Medewerker 3', role: 'staff' };
const fault = (changed: object) => Person.safeParse({ ...person, ...changed }).error?.issues[0]?.path[0];

test('has an id, a name that is shown without the spaces around it, and what they may do', () => {
  expect(Person.parse({ ...person, name: ' Medewerker 3 ' })).toEqual(person);
});

test.each([
  ['the name of whoever knows the PIN of a device', { id: 'admin' }, 'id'],
  ['an id that begins with a hyphen', { id: '-3' }, 'id'],
  ['an id with a capital', { id: 'Balie' }, 'id'],
  ['a name of spaces', { name: '   ' }, 'name'],
  ['a role that there is not', { role: 'visitor' }, 'role'],
  ['a PIN: each device has its own', { pin: '123456' }, undefined],
])('is refused with %s', (_, changed, field) => {
  expect(Person.safeParse({ ...person, ...changed }).success).toBe(false);
  expect(fault(changed)).toBe(field);
});
