import { expect, it } from 'vitest';
import { AccountName, faultOfPassword } from '../../../../core/contract/administration/account.ts';
import { includesRole, Role } from '../../../../core/contract/administration/role.ts';

it('includes in each role the ones before it, and no other', () => {
  for (const [index, role] of Role.options.entries())
    expect(Role.options.filter((needed) => includesRole(role, needed))).toEqual(
      Role.options.slice(0, index + 1),
    );
});

it.each([
  ['Desk lead', 'Desk lead'],
  ['  Balie-medewerker ☎  ', 'Balie-medewerker ☎'],
  ['', undefined],
  ['  ', undefined],
  ['two\nlines', undefined],
  ['a\u0000', undefined],
  ['\ud800', undefined],
  ['x'.repeat(81), undefined],
])('takes a name of one line: %j', (typed, name) => {
  expect(AccountName.safeParse(typed).data).toBe(name);
});

it.each([
  ['vier paarden in de gang', undefined],
  ['elf letters', 'length'],
  ['x'.repeat(201), 'length'],
  ['abababababababab', 'weak'],
  ['mijn DESK LEAD wachtwoord', 'weak'],
  ['bibliotheek delft 2026', 'weak'],
  ['het web van de spin', undefined], // names of three letters are in many words
])('says what is wrong with a password: %j', (password, fault) => {
  expect(faultOfPassword(password, ['Desk lead', 'delft', 'web'])).toBe(fault);
});
