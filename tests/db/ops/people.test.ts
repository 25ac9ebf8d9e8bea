import { expect, it } from 'vitest';
import { listActs } from '../../../db/ops/audit.ts';
import { addPersonHere, listPeople, readPerson, removePerson, takePeople } from '../../../db/ops/people.ts';
import { readPin, writePin } from '../../../db/ops/pins.ts';
import { aStore } from '../../builders/a-store.ts';

const BY = { at: '2026-11-27T09:00:00.000Z', person: 'admin', key: new Uint8Array(32) };
const FATIMA = { id: 'fatima', name: 'Fatima', role: 'staff' } as const;
const JAN = { id: 'jan', name: 'jan', role: 'admin' } as const;

it('somebody is added once, and goes with the PIN', () => {
  const ops = aStore('ops');
  expect(addPersonHere(ops, JAN, BY)).toBe(true);
  expect(addPersonHere(ops, FATIMA, BY)).toBe(true);
  expect(addPersonHere(ops, { ...FATIMA, name: 'Somebody else' }, BY)).toBe(false);
  writePin(ops, 'fatima', '$argon2id$x');
  expect(listPeople(ops)).toEqual([
    { ...FATIMA, source: 'here', hasPin: true },
    { ...JAN, source: 'here', hasPin: false },
  ]);
  expect(removePerson(ops, 'fatima', BY)).toBe(true);
  expect(removePerson(ops, 'fatima', BY)).toBe(false);
  expect([readPerson(ops, 'fatima'), readPin(ops, 'fatima')]).toEqual([undefined, undefined]);
  // The log keeps the id and never the name.
  expect(listActs(ops, 9).map(({ act, detail, person }) => `${act} ${detail} ${person}`)).toEqual([
    'person-removed fatima admin',
    'person-added fatima admin',
    'person-added jan admin',
  ]);
});

it('nobody is the admin of the device, nor somebody without a role', () => {
  const ops = aStore('ops');
  expect(() => addPersonHere(ops, { ...JAN, id: 'admin' }, BY)).toThrow(/CHECK/);
  expect(() => addPersonHere(ops, { ...JAN, role: 'visitor' as 'staff' }, BY)).toThrow(/CHECK/);
});

it('the list of the server brings and takes people, and leaves those of this device and all PINs that stay', () => {
  const ops = aStore('ops');
  addPersonHere(ops, JAN, BY);
  writePin(ops, 'jan', '$argon2id$x');
  expect(takePeople(ops, [FATIMA], BY)).toBe(true);
  writePin(ops, 'fatima', '$argon2id$x');
  expect(takePeople(ops, [FATIMA], BY)).toBe(false);
  expect(takePeople(ops, [{ ...FATIMA, name: 'F.', role: 'admin' }], BY)).toBe(true);
  expect(readPerson(ops, 'fatima')).toMatchObject({ name: 'F.', role: 'admin', hasPin: true });
  expect(takePeople(ops, [], BY)).toBe(true);
  expect(listPeople(ops)).toMatchObject([{ id: 'jan', hasPin: true }]);
  expect(readPin(ops, 'fatima')).toBeUndefined();
  // Once the server has somebody of the same id, it says whether they stay.
  takePeople(ops, [JAN], BY);
  takePeople(ops, [], BY);
  expect(listPeople(ops)).toEqual([]);
});
