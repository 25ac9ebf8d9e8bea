import { describe, expect, it, test } from 'vitest';
import {
  countFailure,
  forgiveFailures,
  passLockOut,
  readAdminPin,
  writeAdminPin,
} from '../../../db/ops/admin-pin.ts';
import { aStore } from '../../builders/a-store.ts';

const HASH = '$argon2id$one';

test('there is none at first, and one afterwards, in the place of the one before', () => {
  const ops = aStore('ops');
  expect(readAdminPin(ops)).toBeUndefined();
  writeAdminPin(ops, HASH);
  writeAdminPin(ops, '$argon2id$two');
  expect(readAdminPin(ops)).toEqual({ hash: '$argon2id$two', failures: 0, locked_ms: 0 });
});

test('nothing but a hash goes in', () => {
  const ops = aStore('ops');
  expect(() => writeAdminPin(ops, '482913')).toThrow(/CHECK/);
});

describe('wrong PINs', () => {
  it('are counted, and from the fifth on the door closes for longer and longer', () => {
    const ops = aStore('ops');
    writeAdminPin(ops, HASH);
    for (const failures of [1, 2, 3, 4]) expect(countFailure(ops)).toBe(failures);
    expect(readAdminPin(ops)).toMatchObject({ failures: 4, locked_ms: 0 });
    countFailure(ops);
    expect(readAdminPin(ops)).toMatchObject({ failures: 5, locked_ms: 60_000 });
    countFailure(ops);
    expect(readAdminPin(ops)).toMatchObject({ failures: 6, locked_ms: 120_000 });
  });

  it('are forgiven for the right one, and for a new PIN', () => {
    const ops = aStore('ops');
    writeAdminPin(ops, HASH);
    for (let times = 0; times < 5; times++) countFailure(ops);
    forgiveFailures(ops);
    expect(readAdminPin(ops)).toMatchObject({ failures: 0, locked_ms: 0 });
    for (let times = 0; times < 5; times++) countFailure(ops);
    writeAdminPin(ops, HASH);
    expect(readAdminPin(ops)).toMatchObject({ failures: 0, locked_ms: 0 });
  });
});

test('time takes off a lock-out, down to nothing, and no count', () => {
  const ops = aStore('ops');
  writeAdminPin(ops, HASH);
  for (let times = 0; times < 5; times++) countFailure(ops);
  passLockOut(ops, 20_000.7);
  expect(readAdminPin(ops)).toMatchObject({ failures: 5, locked_ms: 40_000 });
  passLockOut(ops, 1e9);
  expect(readAdminPin(ops)).toMatchObject({ failures: 5, locked_ms: 0 });
});
