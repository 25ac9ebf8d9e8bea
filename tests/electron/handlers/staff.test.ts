import { beforeEach, expect, it } from 'vitest';
import type { WriteDb } from '../../../db/open.ts';
import { listActs } from '../../../db/ops/audit.ts';
import { addPersonHere, removePerson } from '../../../db/ops/people.ts';
import { readPin } from '../../../db/ops/pins.ts';
import type { SignIn } from '../../../electron/admin/sign-in.ts';
import { staffHandlers } from '../../../electron/handlers/staff.ts';
import { aStore } from '../../builders/a-store.ts';

const KEY = new Uint8Array(32);
const BY = { at: '2026-11-27T09:00:00.000Z', person: 'admin', key: KEY };
const FIRST_COLLEAGUE = { id: 'colleague-1', name: 'Colleague one (fictional)', role: 'staff' } as const;

let ops: WriteDb | undefined;
let hashing: () => void;
let handlers: ReturnType<typeof staffHandlers>;

beforeEach(() => {
  ops = aStore('ops');
  addPersonHere(ops, FIRST_COLLEAGUE, BY);
  hashing = () => undefined;
  handlers = staffHandlers({
    signIn: {
      signedIn: () => ({ who: 'colleague-1', role: 'staff' }),
      role: () => 'staff',
    } as unknown as SignIn,
    house: { write: (act) => (ops === undefined ? undefined : act(ops, new Date(BY.at))) },
    makePepper: () => KEY,
    hash: async (pin) => {
      hashing();
      return `$argon2id$${pin.length}`;
    },
  });
});
const set = (pin: string, who = 'colleague-1') => handlers['staff:set-pin']({ who, pin });

it('at the door are those who have a PIN, and nothing of them but the name', async () => {
  expect(await handlers['staff:people']({})).toEqual([]);
  expect(await set('482913')).toEqual({ kind: 'set' });
  expect(await handlers['staff:people']({})).toEqual([{ id: 'colleague-1', name: FIRST_COLLEAGUE.name }]);
  expect(await handlers['staff:list']({})).toEqual([{ ...FIRST_COLLEAGUE, source: 'here', hasPin: true }]);
  expect(await handlers['staff:me']({})).toEqual({ role: 'staff', name: FIRST_COLLEAGUE.name });
});

it('a PIN is set as whoever is signed in, and what anybody tries first is refused', async () => {
  expect(await set('123456')).toEqual({ kind: 'weak' });
  expect(await set('48291')).toEqual({ kind: 'form' });
  expect(readPin(ops as WriteDb, 'colleague-1')).toBeUndefined();
  await set('482913');
  expect(listActs(ops as WriteDb, 1)).toMatchObject([
    { act: 'pin-set', person: 'colleague-1', detail: 'colleague-1' },
  ]);
});

it('nobody gets a PIN who is not on the list, or leaves it meanwhile', async () => {
  expect(await set('482913', 'colleague-2')).toEqual({ kind: 'gone' });
  hashing = () => removePerson(ops as WriteDb, 'colleague-1', BY);
  expect(await set('482913')).toEqual({ kind: 'gone' });
  expect(readPin(ops as WriteDb, 'colleague-1')).toBeUndefined();
});

it('without a store nobody is known, and nothing is set', async () => {
  ops = undefined;
  expect(await set('482913')).toEqual({ kind: 'no-store' });
  expect(await handlers['staff:people']({})).toEqual([]);
  expect(await handlers['staff:me']({})).toEqual({ role: 'staff', name: null });
});
