import { expect, it } from 'vitest';
import { listActs } from '../../../db/ops/audit.ts';
import { addPersonHere, listPeople, readPerson, removePerson, takePeople } from '../../../db/ops/people.ts';
import { readPin, writePin } from '../../../db/ops/pins.ts';
import { aStore } from '../../builders/a-store.ts';

const BY = { at: '2026-11-27T09:00:00.000Z', person: 'admin', key: new Uint8Array(32) };
const FIRST_COLLEAGUE = { id: 'colleague-1', name: 'Colleague one', role: 'staff' } as const;
const SECOND_COLLEAGUE = { id: 'colleague-2', name: 'colleague-2', role: 'admin' } as const;

it('somebody is added once, and goes with the PIN', () => {
  const ops = aStore('ops');
  expect(addPersonHere(ops, SECOND_COLLEAGUE, BY)).toBe('added');
  expect(addPersonHere(ops, FIRST_COLLEAGUE, BY)).toBe('added');
  expect(addPersonHere(ops, { ...FIRST_COLLEAGUE, name: 'Somebody else' }, BY)).toBe('known');
  writePin(ops, 'colleague-1', '$argon2id$x');
  expect(listPeople(ops)).toEqual([
    { ...FIRST_COLLEAGUE, source: 'here', hasPin: true },
    { ...SECOND_COLLEAGUE, source: 'here', hasPin: false },
  ]);
  expect(removePerson(ops, 'colleague-1', BY)).toBe(true);
  expect(removePerson(ops, 'colleague-1', BY)).toBe(false);
  expect([readPerson(ops, 'colleague-1'), readPin(ops, 'colleague-1')]).toEqual([undefined, undefined]);
  // Nobody else gets the id: the log keeps that, and never the name.
  expect(addPersonHere(ops, { ...FIRST_COLLEAGUE, name: 'Somebody else' }, BY)).toBe('left');
  expect(listActs(ops, 9).map(({ act, detail, person }) => `${act} ${detail} ${person}`)).toEqual([
    'person-removed colleague-1 admin',
    'person-added colleague-1 admin',
    'person-added colleague-2 admin',
  ]);
});

it('nobody is the admin of the device, nor somebody without a role', () => {
  const ops = aStore('ops');
  expect(() => addPersonHere(ops, { ...SECOND_COLLEAGUE, id: 'admin' }, BY)).toThrow(/CHECK/);
  expect(() => addPersonHere(ops, { ...SECOND_COLLEAGUE, role: 'visitor' as 'staff' }, BY)).toThrow(/CHECK/);
});

it('the list of the server brings and takes people, and leaves those of this device and all PINs that stay', () => {
  const ops = aStore('ops');
  addPersonHere(ops, SECOND_COLLEAGUE, BY);
  writePin(ops, 'colleague-2', '$argon2id$x');
  expect(takePeople(ops, [FIRST_COLLEAGUE], BY)).toBe(true);
  writePin(ops, 'colleague-1', '$argon2id$x');
  expect(takePeople(ops, [FIRST_COLLEAGUE], BY)).toBe(false);
  expect(takePeople(ops, [{ ...FIRST_COLLEAGUE, name: 'F.', role: 'admin' }], BY)).toBe(true);
  expect(readPerson(ops, 'colleague-1')).toMatchObject({ name: 'F.', role: 'admin', hasPin: true });
  expect(takePeople(ops, [], BY)).toBe(true);
  expect(listPeople(ops)).toMatchObject([{ id: 'colleague-2', hasPin: true }]);
  expect(readPin(ops, 'colleague-1')).toBeUndefined();
  // Once the server has somebody of the same id, it says whether they stay.
  takePeople(ops, [SECOND_COLLEAGUE], BY);
  // And the PIN was of somebody of this device.
  expect(readPin(ops, 'colleague-2')).toBeUndefined();
  takePeople(ops, [], BY);
  expect(listPeople(ops)).toEqual([]);
});

it('the log says since when somebody has another role, and nothing of another name', () => {
  const ops = aStore('ops');
  takePeople(ops, [FIRST_COLLEAGUE], BY);
  takePeople(ops, [{ ...FIRST_COLLEAGUE, name: 'F.' }], BY);
  takePeople(ops, [{ ...FIRST_COLLEAGUE, role: 'admin' }], BY);
  expect(listActs(ops, 10).map(({ act, detail }) => `${act} ${detail}`)).toEqual([
    'person-changed colleague-1 (admin)',
    'person-added colleague-1',
  ]);
});
