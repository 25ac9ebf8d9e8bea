import { expect, test } from 'vitest';
import {
  isOrdinaryAfterDigid,
  isRole,
  isServiceName,
} from '../../../../core/domain/desk/words-after-digid.ts';

test.each(['app', 'aangevraagd', 'Wachtwoord', 'geïnstalleerd', 'reset', '2', '3x', '12x'])(
  '"DigiD %s" is an ordinary note',
  (word) => {
    expect(isOrdinaryAfterDigid(word)).toBe(true);
  },
);

test.each(['jansen', 'bakker', 'appje', '123', '4xx', '', 'app aangevraagd'])(
  '"DigiD %s" may be a name',
  (word) => {
    expect(isOrdinaryAfterDigid(word)).toBe(false);
  },
);

test('a password is for something that many people have, and that word is no name to sign in with', () => {
  expect(['Windows', 'bibliotheek', 'ziggo'].map(isServiceName)).toEqual([true, true, true]);
  expect(isServiceName('jansen')).toBe(false);
});

test('somebody is signed in as a guest, which is no name', () => {
  expect(['gast', 'Beheerder', 'guest', 'je'].map(isRole)).toEqual([true, true, true, true]);
  expect(isRole('jansen')).toBe(false);
});
