import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashPin, verifyPin } from '../../../trust/pin/hash-pin.ts';

const CHEAP = { memorySize: 64, iterations: 1, parallelism: 1, hashLength: 32 };
const pepper = randomBytes(32);

test('the PIN of a hash is known, and another one is not', async () => {
  const hash = await hashPin('482913', pepper, CHEAP);
  expect(await verifyPin('482913', hash, pepper)).toBe(true);
  expect(await verifyPin('482914', hash, pepper)).toBe(false);
});

test('without the pepper of the machine the right PIN is wrong', async () => {
  const hash = await hashPin('482913', pepper, CHEAP);
  expect(await verifyPin('482913', hash, randomBytes(32))).toBe(false);
});

test('two kiosks with one PIN have two hashes', async () => {
  const [one, other] = [await hashPin('482913', pepper, CHEAP), await hashPin('482913', pepper, CHEAP)];
  expect(one).not.toBe(other);
});

test('it is argon2id at the cost that RFC 9106 names', async () => {
  expect(await hashPin('482913', pepper)).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=4\$/);
});
